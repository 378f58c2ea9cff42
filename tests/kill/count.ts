import { eq } from 'drizzle-orm'
import { closeDatabase, db, openDatabase } from '../../db/client'
import { roomUpdates } from '../../db/schema'
import type { Claim } from '../../server/claim/claim'
import { readClaims } from '../../server/room/doc/room-claims'
import { documentOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { enter } from '../rooms/browser'
import type { Written } from './load'
import type { Visitor } from './visitor'

/** What a newcomer found wrong; all are empty when nothing was lost and nothing came twice. */
export type Count = {
  missingOnScreen: Written[]
  missingInSql: Written[]
  doubled: Written[]
  gaps: number[]
}
export const nothingWrong: Count = { missingOnScreen: [], missingInSql: [], doubled: [], gaps: [] }

type Counted = {
  url: string
  databaseUrl: string
  visitor: Visitor
  articleId: string
  acknowledged: Written[]
}

/** Counts, as somebody who just came in by the door and by SQL, what was acknowledged. */
export async function countKept(counted: Counted): Promise<Count> {
  const { url, visitor, articleId, acknowledged } = counted
  const newcomer = await enter({
    server: { url },
    articleId,
    askForPass: () => visitor.passTo(articleId),
  })
  const screen = timesIn(readClaims(newcomer.doc))
  newcomer.leave()
  openDatabase(counted.databaseUrl, { max: 2 })
  try {
    const stored = timesIn(await readRoomClaims(articleId))
    return {
      missingOnScreen: acknowledged.filter((edit) => screen(edit) === 0),
      missingInSql: acknowledged.filter((edit) => stored(edit) === 0),
      doubled: acknowledged.filter((edit) => screen(edit) > 1 || stored(edit) > 1),
      gaps: await gapsIn(articleId),
    }
  } finally {
    await closeDatabase()
  }
}

function timesIn(claims: Claim[]): (edit: Written) => number {
  const statements = new Map(claims.map(({ id, statement }) => [id, statement]))
  return ({ claimId, word }) => {
    const statement = statements.get(claimId)
    if (statement === undefined || word === null) return statement === undefined ? 0 : 1
    return statement.split(word).length - 1
  }
}

/** Sequences that are not one above the one before them. */
async function gapsIn(articleId: string): Promise<number[]> {
  const rows = await db()
    .select({ sequence: roomUpdates.sequence })
    .from(roomUpdates)
    .where(eq(roomUpdates.document, documentOf(articleId)))
    .orderBy(roomUpdates.sequence)
  return rows.map(({ sequence }) => sequence).filter((sequence, index) => sequence !== index + 1)
}
