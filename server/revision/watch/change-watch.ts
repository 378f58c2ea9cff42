import { db } from '../../../db/client'
import type { WatchRhythm } from '../../../db/revision-words'
import { pageWatches } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { holdArticle } from '../../deleted/lock-article'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { readNewest } from '../read-newest'

/** Says how often an article's page is looked at from now on, in the member's name. */
export async function changeWatch(member: Member, articleId: string, rhythm: WatchRhythm): Promise<void> {
  await db().transaction(async (tx) => {
    await holdArticle(tx, member, articleId)
    const { address } = await readNewest(member, articleId, tx)
    if (!address) throw new Refused({ code: 'article-without-address' })
    const set = { rhythm, memberId: member.id }
    await tx
      .insert(pageWatches)
      .values({ articleId, deskId: member.deskId, ...set })
      .onConflictDoUpdate({ target: pageWatches.articleId, set })
    await notify(tx, 'rows_changed', { articleId })
  })
}
