import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { pages } from '../../../db/schema'
import type { Claim } from '../../../server/claim/claim'
import type { Figure } from '../../../server/claim/figure/figure'
import { addArticle, addDossier } from '../../../server/dossier/change-dossier'
import { addExplanation } from '../../../server/dossier/explanation/add-explanation'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { readFigures } from '../../../server/dossier/ledger/read-figures'
import type { Member } from '../../../server/member/member'
import { aFigure, anArticle, aRoomWith } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'

/** A figure of people displaced. */
export const displaced = (value: number, parts: Partial<Figure> = {}) =>
  aFigure({ low: value, high: value, reported: `${value} people`, counted: 'people displaced', ...parts })

/** A page as readers have it; empty where there is none. */
export async function pageAt(path: string): Promise<string> {
  const [page] = await db().select({ bytes: pages.bytes }).from(pages).where(eq(pages.path, path))
  return page?.bytes.toString() ?? ''
}

type Said = { member: Member; dossierId: string; text?: string }

/** Why the first figures of a dossier that cannot both hold differ, as a member explains it. */
export async function anExplanation({ member, dossierId, text = 'They count from other days.' }: Said) {
  const [group] = await readFigures(dossierId, member)
  const [id, pairs] = [uuid(), group?.cards[0]?.pairs ?? []]
  await addExplanation({ member, dossierId, id, pairs, reason: 'other-date', text })
  return id
}

/** The same, approved by an editor. */
export async function anApproved({ editor, ...said }: Said & { editor: Member }) {
  const explanationId = await anExplanation(said)
  const decided = { dossierId: said.dossierId, explanationId, outcome: 'approved', note: '' } as const
  await decideExplanation({ member: editor, ...decided })
  return explanationId
}

type Newsroom = Awaited<ReturnType<typeof aNewsroom>>

/** A newsroom with a dossier, and what puts an article with a claim into it: published, or as it is in the room alone. */
export async function aWorld() {
  const room = await aNewsroom()
  return { ...room, ...(await aDossier(room, 'Karsell dam breach')) }
}

/** A dossier of a newsroom; `add` publishes a claim in an article of it. */
export async function aDossier(room: Newsroom, name: string) {
  const dossierId = uuid()
  await addDossier({ member: room.author, dossierId, name })
  const addUnpublished = async (claim: Claim) => {
    const inRoom = await aRoomWith([claim], room.author)
    const { articleId } = inRoom
    const world = { ...room, article: { ...(await anArticle(room.author)), id: articleId } }
    await addArticle({ member: room.author, dossierId, articleId })
    return { world, claim, articleId, edit: inRoom.edit }
  }
  const add = async (claim: Claim) => {
    const added = await addUnpublished(claim)
    const { number } = await published(added.world, claim)
    return { ...added, number }
  }
  return { dossierId, add, addUnpublished }
}
