import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { desks, members, people, snapshots, sourceLooks, sources } from '../../../db/schema'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { type Depends, publisherKey } from '../independence'
import type { PublisherNote } from '../publisher-note/publisher-note'
import { readNotes } from '../publisher-note/read-notes'
import type { Source } from '../source'
import { type GivenStamps, readStamps } from '../stamp/read-stamps'
import type { ShownStamps } from '../stamp/stamp'
import type { QuoteFound } from '../words/quote-found'
import { readCompared } from '../words/read-compared'
import { readArticleOf } from './read-source'
import type { ShownLook, ShownSnapshot } from './snapshot'

/** Where the words that a source is quoted with were looked for; nothing was to be read there where it is null. */
type Quoted = QuoteFound | null

/** What is known of the evidence behind one source. */
export type Evidence = {
  sourceId: string
  /** What the source said when it was looked at. */
  of: Pick<Source, 'address' | 'quote'>
  /** The newest look at the address that the source has now; null where nobody has looked yet. */
  look: ShownLook | null
  /** What was archived of that address, and files that were attached; the newest first. */
  snapshots: ShownSnapshot[]
  quoted: Quoted
  depends: Omit<Depends, 'id'> | null
  note: PublisherNote | null
  /** Whether a note on its publisher could be written: it says who that is. */
  hasPublisher: boolean
  /** Whether its address is archived by itself. */
  isWatched: boolean
}

const hasWords = sql<boolean>`${snapshots.text} <> '' or ${snapshots.wholeText} <> ''`

const shown = {
  id: snapshots.id,
  kind: snapshots.kind,
  address: snapshots.address,
  finalAddress: snapshots.finalAddress,
  fileName: snapshots.fileName,
  mediaType: snapshots.mediaType,
  size: snapshots.size,
  sha256: snapshots.sha256,
  takenAt: snapshots.takenAt,
}

/** What is known of the evidence behind a claim's sources, in their order; a claim that the member may not read is unknown. */
export async function readEvidence(member: Member, claimId: string): Promise<Evidence[]> {
  if (!(await readArticleOf(member, claimId))) throw new Refused({ code: 'claim-unknown' })
  const own = await db()
    .select()
    .from(sources)
    .where(eq(sources.claimId, claimId))
    .orderBy(asc(sources.number))
  if (own.length === 0) return []
  const ids = own.map(({ id }) => id)
  const [kept, looks, isWatched] = await Promise.all([
    readKept(ids),
    readLooks(ids),
    readWatched(member.deskId),
  ])
  const stamps = await readStamps(kept.map(({ id }) => id))
  const keys = own.map((source) => publisherKey(source))
  const notes = await readNotes(
    member.deskId,
    keys.filter((key) => key !== null),
  )
  const mine = own.map((source) => {
    const address = source.address.trim()
    // What was attached before it became confidential is no longer shown, either.
    if (source.isConfidential) return []
    return kept.filter(
      (one) => one.sourceId === source.id && (one.kind === 'attached' || one.address === address),
    )
  })
  const { quoted, depending } = await readCompared(
    claimId,
    own.map((source, at) => ({ source, snapshotId: mine[at]?.find(({ hasWords }) => hasWords)?.id ?? null })),
  )
  return own.map((source, at) => {
    const depends = depending.find(({ id }) => id === source.id)
    const address = source.address.trim()
    return {
      ...{ sourceId: source.id, of: { address: source.address, quote: source.quote } },
      look: looks.find((look) => look.sourceId === source.id && look.address === address)?.look ?? null,
      snapshots: (mine[at] ?? []).map(({ sourceId: _of, ...snapshot }) => ({
        ...snapshot,
        stamps: shownStamps(stamps.get(snapshot.id)),
      })),
      quoted: quoted.get(source.id) ?? null,
      depends: depends ? { on: depends.on, because: depends.because } : null,
      note: notes.get(keys[at] ?? '') ?? null,
      ...{ hasPublisher: keys[at] !== null, isWatched },
    }
  })
}

const shownStamps = (given: GivenStamps | undefined): ShownStamps => ({
  timestampedAt: given?.timestamp?.at ?? null,
  copyAt: given?.copy?.address ?? null,
})

/** Whether links are watched for a desk: not for the demo, nor where the server was told not to. */
async function readWatched(deskId: string): Promise<boolean> {
  if (!settings().watchesLinks) return false
  const [desk] = await db().select({ isDemo: desks.isDemo }).from(desks).where(eq(desks.id, deskId))
  return desk?.isDemo === false
}

/** What is kept behind these sources, the newest first, and whether there are words to read in it. */
function readKept(ids: string[]) {
  return db()
    .select({ ...shown, sourceId: snapshots.sourceId, hasWords })
    .from(snapshots)
    .where(inArray(snapshots.sourceId, ids))
    .orderBy(desc(snapshots.takenAt))
    .limit(200)
}

/** The newest look at each address of each source. */
async function readLooks(ids: string[]): Promise<{ sourceId: string; address: string; look: ShownLook }[]> {
  const rows = await db()
    .selectDistinctOn([sourceLooks.sourceId, sourceLooks.address], { look: sourceLooks, by: people.name })
    .from(sourceLooks)
    .leftJoin(members, eq(members.id, sourceLooks.confirmedBy))
    .leftJoin(people, eq(people.id, members.personId))
    .where(inArray(sourceLooks.sourceId, ids))
    .orderBy(sourceLooks.sourceId, sourceLooks.address, desc(sourceLooks.begunAt))
  return rows.map(({ look, by }) => ({
    ...{ sourceId: look.sourceId, address: look.address },
    look: {
      ...{ id: look.id, at: look.endedAt ?? look.begunAt, isOpen: look.endedAt === null },
      ...{ state: look.state, fault: look.fault },
      confirmed: look.confirmedAt && { by: by ?? '', at: look.confirmedAt },
    },
  }))
}
