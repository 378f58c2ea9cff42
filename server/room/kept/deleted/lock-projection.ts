import type { Transaction } from '../../../../db/client'
import { shareTurn, takeTurn } from '../../../../db/take-turn'

const turn = (articleId: string) => `claims of ${articleId}`

/** Lets one transaction at a time write the rows of an article's claims. */
export const lockProjection = (tx: Transaction, articleId: string): Promise<void> =>
  takeTurn(tx, turn(articleId))

/** Keeps the rows of an article's claims as they are until the transaction ends: what it does, the next writing sees. */
export const holdProjection = (tx: Transaction, articleId: string): Promise<void> =>
  shareTurn(tx, turn(articleId))
