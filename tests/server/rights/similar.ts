import { and, eq, isNull } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { propositionClaims } from '../../../db/schema'
import { addRelation } from '../../../server/similar/add-relation'
import { aClaim, aRoomWith, damHash, damText } from '../../newsroom'
import { published } from '../../publishing'
import type { Home } from './askers'

/** What nobody else says: published claims of all desks are found by whoever says the like. */
const aSayingOfOne = () =>
  Array.from({ length: 8 }, () => `w${uuid().replaceAll('-', '').slice(-10)}`).join(' ')

/** Two claims of an article that say the same in words of their own. */
export async function twoAlike({ author }: Home) {
  const statement = aSayingOfOne()
  const parts = { statement, speaker: '', words: 'cracks in the northern wall', verdict: 'true' } as const
  const [one, other] = [aClaim(parts), aClaim(parts)]
  const { articleId } = await aRoomWith([one, other], author)
  return { one, other, articleId }
}

export async function aClaimWithALike(home: Home) {
  return { claimId: (await twoAlike(home)).one.id }
}

export async function twoToRelate(home: Home) {
  const { one, other } = await twoAlike(home)
  return { claimId: one.id, otherId: other.id }
}

/** A number under which a check of the desk is read. */
export async function aPublishedNumber(home: Home) {
  const { one, articleId } = await twoAlike(home)
  const { number } = await published({ ...home, article: articleOf(home, articleId) }, one)
  return { number }
}

/** A claim of the desk, where something is published. */
export async function aClaimBesideACheck(home: Home) {
  await aPublishedNumber(home)
  return aClaimWithALike(home)
}

/** Two claims that hang together, of which one was corrected and the other was not. */
async function overtaken(home: Home) {
  const { one, other, articleId } = await twoAlike(home)
  const said = { id: uuid(), claimId: one.id, otherId: other.id, relation: 'same' } as const
  await addRelation({ ...said, member: home.author })
  const room = { ...home, article: articleOf(home, articleId) }
  await published(room, one)
  const correction = { kind: 'verdict-change', publicNote: 'We were wrong.' } as const
  await published(room, { ...one, verdict: 'false' }, { ...correction, at: new Date(Date.now() + 60_000) })
  const [link] = await db()
    .select()
    .from(propositionClaims)
    .where(and(eq(propositionClaims.claimId, other.id), isNull(propositionClaims.unlinkedAt)))
  if (!link) throw new Error('nothing hangs together')
  return { claimId: other.id, articleId, propositionId: link.propositionId, linkId: link.id }
}

const articleOf = ({ desk }: Home, id: string) => ({ id, deskId: desk.id, text: damText, hash: damHash })

export const anOvertakenClaim = async (home: Home) => ({ claimId: (await overtaken(home)).claimId })
export const anOvertakenArticle = async (home: Home) => ({ articleId: (await overtaken(home)).articleId })
export const anOvertakenProposition = async (home: Home) => ({
  propositionId: (await overtaken(home)).propositionId,
})
export const aLink = async (home: Home) => ({ linkId: (await overtaken(home)).linkId })
