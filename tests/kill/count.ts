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
  /** Sequences that are not one above the one before them. */
  gaps: number[]
  /** Sequences written by an owner of the room after a later owner had written. */
  interleaved: number[]
}
export const nothingWrong: Count = {
  missingOnScreen: [],
  missingInSql: [],
  doubled: [],
  gaps: [],
  interleaved: [],
}

type Counted = { url: string; visitor: Visitor; articleId: string; acknowledged: Written[] }

/** Counts what was acknowledged, on a database that this process has not open. */
export async function countKept({
  databaseUrl,
  ...counted
}: Counted & { databaseUrl: string }): Promise<Count> {
  openDatabase(databaseUrl, { max: 2 })
  try {
    return await countInOpen(counted)
  } finally {
    await closeDatabase()
  }
}

/** Counts, as somebody who just came in by the door and by SQL, what was acknowledged. */
export async function countInOpen(counted: Counted): Promise<Count> {
  const { url, visitor, articleId, acknowledged } = counted
  const newcomer = await enter({
    server: { url },
    articleId,
    askForPass: () => visitor.passTo(articleId),
  })
  const screen = timesIn(readClaims(newcomer.doc))
  newcomer.leave()
  const stored = timesIn(await readRoomClaims(articleId))
  return {
    missingOnScreen: acknowledged.filter((edit) => screen(edit) === 0),
    missingInSql: acknowledged.filter((edit) => stored(edit) === 0),
    doubled: acknowledged.filter((edit) => screen(edit) > 1 || stored(edit) > 1),
    ...(await disorderIn(articleId)),
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

async function disorderIn(articleId: string): Promise<Pick<Count, 'gaps' | 'interleaved'>> {
  const rows = await db()
    .select({ sequence: roomUpdates.sequence, fence: roomUpdates.fence })
    .from(roomUpdates)
    .where(eq(roomUpdates.document, documentOf(articleId)))
    .orderBy(roomUpdates.sequence)
  const where = (isWrong: (row: (typeof rows)[number], index: number) => boolean) =>
    rows.filter(isWrong).map(({ sequence }) => sequence)
  return {
    gaps: where(({ sequence }, index) => sequence !== index + 1),
    interleaved: where(({ fence }, index) => fence < (rows[index - 1]?.fence ?? 0)),
  }
}
