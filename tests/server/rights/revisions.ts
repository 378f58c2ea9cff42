import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { articles, placements, revisions } from '../../../db/schema'
import { aClaim, anArticle, aRoomWith } from '../../newsroom'
import type { Home } from './askers'

/** An article whose address nothing may be fetched from. */
export async function anArticleElsewhere({ author }: Home) {
  const { id } = await anArticle(author)
  const address = `http://127.0.0.1:9/${id}`
  await db().update(articles).set({ address }).where(eq(articles.id, id))
  return { articleId: id }
}

/** A claim whose passage says something else in the second revision of its article. */
export const aChangedPassage = (home: Home) => aPassage(home, false)
/** A claim of which a person is to say where it is now. */
export const aDoubtfulPassage = (home: Home) => aPassage(home, true)

async function aPassage({ author }: Home, isDoubtful: boolean) {
  const claim = aClaim()
  const { articleId } = await aRoomWith([claim], author)
  const [first] = await db().select().from(revisions).where(eq(revisions.articleId, articleId))
  if (!first) throw new Error('an article has no revision')
  const { start, end } = claim.selectors.position
  const text = first.text.replace('the largest', 'a very large')
  const [revisionId, placementId] = [uuid(), uuid()]
  await db()
    .insert(revisions)
    .values({ ...first, id: revisionId, number: 2, text, hash: `${revisionId}` })
  await db()
    .insert(placements)
    .values({
      ...{ id: placementId, articleId, deskId: author.deskId, claimId: claim.id, revisionId, number: 2 },
      ...{ quotedIn: claim.revision, quoteStart: start, quoteEnd: end, was: claim.selectors.quote.exact },
      ...{ words: 'a very large relief package', start, end, change: 'substantive' },
      ...{ isDoubtful, placedAt: new Date() },
    })
  return { placementId }
}
