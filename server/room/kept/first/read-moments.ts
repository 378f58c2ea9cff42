import { and, arrayOverlaps, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { roomUpdates } from '../../../../db/schema'
import { isWithin, type Place, type Stretch, writtenIn } from '../deleted/tombstone'
import type { FirstPlaces } from './first-places'

/** When a claim was marked and first rated, by the server's clock; null where it was not, or the log does not have it. */
export type Moments = { begunAt: Date | null; ratedAt: Date | null }

const rowsAtOnce = 50
/** What was found once stays true, as the log only grows. */
const found = new Map<string, Date | null>()
const mostFound = 20_000
/** What rows of the log wrote: many claims are often begun in one. */
const stretchesOf = new Map<string, Stretch[]>()
const mostRows = 5_000

/** When each of the claims was begun, read from the room's log, oldest first: a browser's own time is never asked. */
export async function readMoments(
  tx: Pick<Transaction, 'select'>,
  document: string,
  firsts: FirstPlaces[],
): Promise<Map<string, Moments>> {
  const places = firsts.flatMap(({ marked, rated }) => [marked, rated].filter((place) => place !== null))
  const unknown = places.filter((place) => !found.has(keyOf(document, place)))
  if (found.size > mostFound) found.clear()
  const claimIds = firsts.map(({ claimId }) => claimId)
  const times = await searchLog(tx, { document, claimIds, places: unknown })
  for (const [key, at] of times) found.set(key, at)
  const timeOf = (place: Place | null) => (place ? (found.get(keyOf(document, place)) ?? null) : null)
  return new Map(
    firsts.map(({ claimId, marked, rated }) => [
      claimId,
      { begunAt: timeOf(marked), ratedAt: timeOf(rated) },
    ]),
  )
}

type Search = { document: string; claimIds: string[]; places: Place[] }

async function searchLog(
  tx: Pick<Transaction, 'select'>,
  { document, claimIds, places }: Search,
): Promise<Map<string, Date | null>> {
  const times = new Map<string, Date | null>()
  const { sequence, at, claims } = roomUpdates
  let [after, wanted] = [0, places]
  while (wanted.length > 0) {
    const rows = await tx
      .select({ sequence, at })
      .from(roomUpdates)
      .where(and(eq(roomUpdates.document, document), gt(sequence, after), arrayOverlaps(claims, claimIds)))
      .orderBy(asc(sequence))
      .limit(rowsAtOnce)
    const numbers = rows.map((row) => row.sequence)
    const written = await readWritten(tx, document, numbers)
    for (const row of rows) {
      const [here, elsewhere] = split(wanted, (place) => isWithin(written.get(row.sequence) ?? [], place))
      for (const place of here) times.set(keyOf(document, place), row.at)
      wanted = elsewhere
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.sequence
  }
  for (const place of wanted) times.set(keyOf(document, place), null)
  return times
}

async function readWritten(tx: Pick<Transaction, 'select'>, document: string, numbers: number[]) {
  const written = new Map<number, Stretch[]>()
  for (const number of numbers) {
    const known = stretchesOf.get(`${document} ${number}`)
    if (known) written.set(number, known)
  }
  const unread = numbers.filter((number) => !written.has(number))
  if (unread.length === 0) return written
  const { sequence, bytes } = roomUpdates
  const rows = await tx
    .select({ sequence, bytes })
    .from(roomUpdates)
    .where(and(eq(roomUpdates.document, document), inArray(sequence, unread)))
  if (stretchesOf.size > mostRows) stretchesOf.clear()
  for (const row of rows) {
    const stretches = writtenIn(row.bytes)
    written.set(row.sequence, stretches)
    stretchesOf.set(`${document} ${row.sequence}`, stretches)
  }
  return written
}

function split<T>(things: T[], belongs: (thing: T) => boolean): [T[], T[]] {
  return [things.filter(belongs), things.filter((thing) => !belongs(thing))]
}

const keyOf = (document: string, { client, clock }: Place) => `${document} ${client} ${clock}`
