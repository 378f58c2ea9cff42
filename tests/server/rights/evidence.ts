import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { sourceLooks } from '../../../db/schema'
import { aClaim, aRoomWith, aSource } from '../../newsroom'
import type { Home } from './askers'

/** A source of which only the publisher is known. */
export async function aSourceOf({ author }: Home) {
  const source = aSource({ address: '' })
  const claim = aClaim({ sources: [source] })
  await aRoomWith([claim], author)
  return { claimId: claim.id, sourceId: source.id }
}

/** A look at a source that found its page gone. */
export async function aLookOf(home: Home) {
  return { lookId: (await aDoubtIn(home)).lookId }
}

/** An article with a claim of which a source is gone. */
export async function anArticleInDoubt(home: Home) {
  return { articleId: (await aDoubtIn(home)).articleId }
}

async function aDoubtIn({ author }: Home) {
  const source = aSource()
  const claim = aClaim({ sources: [source] })
  const { articleId } = await aRoomWith([claim], author)
  const of = { sourceId: source.id, claimId: claim.id, articleId, deskId: author.deskId }
  const found = { state: 'gone', fault: 'page-missing', endedAt: new Date() } as const
  const lookId = uuid()
  await db()
    .insert(sourceLooks)
    .values({ id: lookId, ...of, address: source.address, begunAt: new Date(), ...found })
  return { lookId, articleId }
}
