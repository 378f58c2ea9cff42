import { v7 as uuid } from 'uuid'
import { addArticle, addDossier } from '../../../server/dossier/change-dossier'
import { addExplanation } from '../../../server/dossier/explanation/add-explanation'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { readFigures } from '../../../server/dossier/ledger/read-figures'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { askRetraction } from '../../../server/dossier/retraction/ask-retraction'
import { type Member, may } from '../../../server/member/member'
import { aClaim, aFigure, anArticle, aRoomWith } from '../../newsroom'
import { published } from '../../publishing'
import type { Home } from './askers'

/** A dossier of the author's. */
export async function aDossier({ author }: Home) {
  const dossierId = uuid()
  await addDossier({ member: author, dossierId, name: 'Karsell dam breach' })
  return { dossierId }
}

/** A dossier and an article that is not in it. */
export async function aDossierAndArticle(home: Home) {
  return { ...(await aDossier(home)), articleId: (await anArticle(home.author)).id }
}

/** A dossier with an article in it. */
export async function aDossierWithArticle(home: Home) {
  const made = await aDossierAndArticle(home)
  await addArticle({ member: home.author, ...made })
  return made
}

/** A dossier of which readers may be shown something. */
export async function aDossierToPublish(home: Home) {
  const made = await aDossier(home)
  const article = await anArticle(home.author)
  await published({ ...home, article }, aClaim({ figure: aFigure() }))
  await addArticle({ member: home.author, ...made, articleId: article.id })
  return made
}

/** A dossier that readers have. */
export async function aPublishedDossier(home: Home) {
  const made = await aDossierToPublish(home)
  await publishDossier({ member: home.editor, ...made })
  return made
}

/** The same, which the author asks to retract. */
export const anAskedRetraction = (home: Home) => aRetractionBy(home.author, home)

/** The same by the one who asks; by the author, where they may not. */
export const aRetractionOfAsker = (home: Home) =>
  aRetractionBy(may(home.asker, 'gather dossiers') ? home.asker : home.author, home)

async function aRetractionBy(member: Member, home: Home) {
  const { dossierId } = await aPublishedDossier(home)
  const retractionId = uuid()
  await askRetraction({ member, dossierId, id: retractionId, text: 'The counts were of another valley.' })
  return { dossierId, retractionId }
}

/** A dossier with two figures that cannot both hold. */
export async function aDisagreement(home: Home) {
  const made = await aDossier(home)
  for (const value of [500, 2000]) {
    const figure = aFigure({ low: value, high: value })
    const { articleId } = await aRoomWith([aClaim({ figure })], home.author)
    await addArticle({ member: home.author, ...made, articleId })
  }
  const [group] = await readFigures(made.dossierId, home.author)
  return { ...made, pairs: group?.cards[0]?.pairs ?? [] }
}

/** Why they differ, as the author explains it. */
export const anExplanation = (home: Home) => anExplanationBy(home.author, home)

/** The same by the one who asks; by the author, where they may not. */
export const anExplanationOfAsker = (home: Home) =>
  anExplanationBy(may(home.asker, 'gather dossiers') ? home.asker : home.author, home)

/** The same, approved by an editor. */
export async function anApprovedExplanation(home: Home) {
  const { dossierId, explanationId } = await anExplanation(home)
  const approved = { outcome: 'approved', note: '' } as const
  await decideExplanation({ member: home.editor, dossierId, explanationId, ...approved })
  return { dossierId, replaces: explanationId }
}

async function anExplanationBy(member: Member, home: Home) {
  const { pairs, dossierId } = await aDisagreement(home)
  const explanationId = uuid()
  const said = { reason: 'other-date', text: 'They count from other days.' } as const
  await addExplanation({ member, dossierId, id: explanationId, pairs, ...said })
  return { dossierId, explanationId }
}
