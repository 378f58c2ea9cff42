import { v7 as newId } from 'uuid'
import { addArticle, addDossier, addNote } from '../../dossier/change-dossier'
import { addExplanation } from '../../dossier/explanation/add-explanation'
import { decideExplanation } from '../../dossier/explanation/decide-explanation'
import { readFigures } from '../../dossier/ledger/read-figures'
import { publishDossier } from '../../dossier/published/publish-dossier'
import type { Member } from '../../member/member'
import type { DemoPerson } from '../demo-story'
import { karsellDossier } from '../story/karsell'

type Cast = Record<DemoPerson, Member>

/** Gathers the demo's articles about the breach, explains why figures differ, and publishes that. */
export async function playDossier(articles: { id: string; publisher: string }[], cast: Cast): Promise<void> {
  const { name, publishers, note, explained } = karsellDossier
  const dossierId = newId()
  await addDossier({ member: cast.maren, dossierId, name })
  for (const { id, publisher } of articles)
    if (publishers.some((one) => one === publisher))
      await addArticle({ member: cast.maren, dossierId, articleId: id })
  await addNote({ member: cast.idris, dossierId, id: newId(), text: note })
  for (const one of explained) await explain(dossierId, one, cast)
  await publishDossier({ member: cast.ruth, dossierId })
}

type Explained = (typeof karsellDossier)['explained'][number]

/** One of the demo's people says why two figures differ, and an editor approves it. */
async function explain(dossierId: string, { between, reason, text }: Explained, cast: Cast): Promise<void> {
  const isMeant = (low: number | null) => between.some((value) => value === low)
  const card = (await readFigures(dossierId, cast.idris))
    .flatMap(({ cards }) => cards)
    .find(
      ({ saying, against }) =>
        isMeant(saying.figure.low) && against.some(({ figure }) => isMeant(figure.low)),
    )
  if (!card) throw new Error(`the demo’s figures ${between} do not disagree`)
  const explanationId = newId()
  await addExplanation({ member: cast.idris, dossierId, id: explanationId, pairs: card.pairs, reason, text })
  await decideExplanation({ member: cast.jonas, dossierId, explanationId, outcome: 'approved', note: '' })
}
