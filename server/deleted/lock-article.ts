import type { Transaction } from '../../db/client'
import { shareTurn, takeTurn } from '../../db/take-turn'
import type { Member } from '../member/member'
import { refuseAbsent } from './read-removal'

const turn = (articleId: string) => `whether article ${articleId} is deleted`

/** Keeps an article from being deleted until the transaction ends; refuses one that is deleted, or not on the desk. */
export async function holdArticle(
  tx: Transaction,
  member: Pick<Member, 'id' | 'deskId'>,
  articleId: string,
): Promise<void> {
  await shareTurn(tx, turn(articleId))
  await refuseAbsent(member, articleId, tx)
}

/** Lets one transaction at a time delete an article or bring it back, while nobody judges one of its claims. */
export const lockArticle = (tx: Transaction, articleId: string): Promise<void> =>
  takeTurn(tx, turn(articleId))
