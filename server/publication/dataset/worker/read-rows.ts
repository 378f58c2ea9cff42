import { setImmediate } from 'node:timers/promises'
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { desks, logEntries, publications, underReview } from '../../../../db/schema'
import { sealingKinds } from '../../../../db/vocabulary'
import type { VersionRead } from '../dataset'

/** A version as it is kept; no content where that is larger than any that is written. */
export type KeptVersion = Omit<VersionRead, 'content'> & { content: VersionRead['content'] | null }

/** Versions read at once: so many, and as many as begin within so many bytes as Postgres packs them. */
const atOnce = { versions: 1_000, bytes: 2_000_000 }
/** Versions written at once. */
const aPiece = 100

/** Bytes of JSON beyond which a version is left out; one packed into less than a 255th, as no packing beats, has fewer. */
const most = 4_000_000
const surelyLess = sql.raw(`${Math.floor(most / 255)}`)

/** Every published version of every desk but demos, in order of number and version, some at a time. */
export async function* readRows(tx: Transaction): AsyncGenerator<KeptVersion[]> {
  let reading = readSome(tx, { number: 0, version: 0 })
  while (true) {
    const found = await reading
    const last = found.at(-1)
    if (!last) return
    // Postgres finds the next ones while these are written.
    reading = readSome(tx, last)
    // Who stops listening does not hear of its failure.
    reading.catch(() => {})
    for (let from = 0; from < found.length; from += aPiece) {
      yield found.slice(from, from + aPiece)
      // What Postgres has sent meanwhile is taken in, so that it need not wait to send more.
      await setImmediate()
    }
  }
}

/** A row as it comes from Postgres. */
type Raw = Pick<KeptVersion, 'content' | 'number' | 'version' | 'kind' | 'hash' | 'desk' | 'language'> & {
  note: string
  at: string
  newest: boolean
  retracted: boolean
  reviewed: boolean
}

/** At least one where there is another. */
async function readSome(
  tx: Transaction,
  after: Pick<VersionRead, 'number' | 'version'>,
): Promise<KeptVersion[]> {
  // Looking up how each value of each row is read takes longer than reading it: Postgres names them.
  const { rows } = await tx.execute<Raw>(someOf(tx, after).getSQL())
  return rows.map((row) => ({
    content: row.content,
    number: row.number,
    version: row.version,
    kind: row.kind,
    publicNote: row.note,
    hash: row.hash,
    publishedAt: new Date(row.at),
    desk: row.desk,
    language: row.language,
    isNewest: row.newest,
    isRetracted: row.retracted,
    isUnderReview: row.reviewed,
  }))
}

function someOf(tx: Transaction, after: Pick<VersionRead, 'number' | 'version'>) {
  const next = nextOnes(tx, after)
  const newest = tx
    .select({ version: publications.version, kind: publications.kind })
    .from(publications)
    .where(eq(publications.claimId, next.claimId))
    .orderBy(desc(publications.version))
    .limit(1)
    .as('newest')
  return tx
    .select({
      // Whole: each part asked for by itself would be unpacked by itself.
      content: sql<KeptVersion['content']>`case when ${next.size} <= ${surelyLess}
        or octet_length(${next.content}::text) <= ${sql.raw(`${most}`)} then ${next.content} end`.as(
        'content',
      ),
      ...{ number: next.number, version: next.version, kind: next.kind, language: next.language },
      ...{ desk: sql`${next.desk}`.as('desk'), note: sql`${next.publicNote}`.as('note') },
      hash: sql`${logEntries.body}->>'contentHash'`.as('hash'),
      at: sql`${next.publishedAt}`.as('at'),
      newest: sql`${newest.version} = ${next.version}`.as('newest'),
      retracted: sql`${newest.kind} = 'retraction'`.as('retracted'),
      // The next version lifts it.
      reviewed: sql`${underReview.publicationId} is not null and ${newest.version} = ${next.version}`.as(
        'reviewed',
      ),
    })
    .from(next)
    .innerJoin(logEntries, and(eq(logEntries.publicationId, next.id), inArray(logEntries.kind, sealingKinds)))
    .innerJoinLateral(newest, sql`true`)
    .leftJoin(underReview, eq(underReview.publicationId, next.id))
    .where(lt(next.before, atOnce.bytes))
    .orderBy(asc(next.number), asc(next.version))
}

/** The next versions, each with how large it and those before it are; nothing is unpacked for that. */
function nextOnes(tx: Transaction, { number, version }: Pick<VersionRead, 'number' | 'version'>) {
  const { id, claimId, kind, publicNote, publishedAt, content } = publications
  const size = sql<number>`pg_column_size(${content})`
  const order = sql`order by ${publications.number}, ${publications.version}`
  return tx
    .select({
      ...{ id, claimId, number: publications.number, version: publications.version, kind, publicNote },
      ...{ publishedAt, content, desk: desks.name, language: desks.language, size: size.as('size') },
      before: sql<number>`sum(${size}) over (${order}) - ${size}`.as('before'),
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(
      and(
        eq(desks.isDemo, false),
        sql`(${publications.number}, ${publications.version}) > (${number}, ${version})`,
      ),
    )
    .orderBy(asc(publications.number), asc(publications.version))
    .limit(atOnce.versions)
    .as('next')
}
