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

/** Gathers the demo's articles about the breach, explains why two figures differ, and publishes that. */
export async function playDossier(articles: { id: string; publisher: string }[], cast: Cast): Promise<void> {
  const { name, publishers, note, explained } = karsellDossier
  const dossierId = newId()
  await addDossier({ member: cast.maren, dossierId, name })
  for (const { id, publisher } of articles)
    if (publishers.some((one) => one === publisher))
      await addArticle({ member: cast.maren, dossierId, articleId: id })
  await addNote({ member: cast.idris, dossierId, id: newId(), text: note })
  const groups = await readFigures(dossierId, cast.idris)
  const isMeant = (low: number | null) => explained.between.some((value) => value === low)
  const card = groups
    .flatMap(({ cards }) => cards)
    .find(
      ({ saying, against }) =>
        isMeant(saying.figure.low) && against.some(({ figure }) => isMeant(figure.low)),
    )
  if (!card) throw new Error('the demo’s figures do not disagree')
  const explanationId = newId()
  const { reason, text } = explained
  await addExplanation({ member: cast.idris, dossierId, id: explanationId, pairs: card.pairs, reason, text })
  await decideExplanation({ member: cast.jonas, dossierId, explanationId, outcome: 'approved', note: '' })
  await publishDossier({ member: cast.ruth, dossierId })
}
