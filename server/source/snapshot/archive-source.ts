import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { snapshots, sourceLooks } from '../../../db/schema'
import type { LinkState } from '../../../db/vocabulary/evidence'
import { fetchRaw, type RawAnswer } from '../../article/fetch/fetch-raw'
import { notify } from '../../channel/notify'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import { type RefusalCode, Refused } from '../../refusal'
import { linkOf } from '../source'
import { openEvidence } from '../store/keep-bytes'
import { doubtful, folded, type Said, stateOfFault, stateOfFound } from '../watch/link-state'
import { tellOfDoubt } from '../watch/tell-of-doubt'
import { extractWords } from '../words/extract-words'
import { mediaTypeOf } from './media-type'
import { type OpenSource, readSource } from './read-source'
import { mostEvidenceBytes } from './snapshot'

const limits = { maxBytes: mostEvidenceBytes, timeout: 30_000, maxRedirects: 5 }
const allowPrivate = (host: string, port: number) => settings().importAllowPrivate.includes(`${host}:${port}`)

/** A look that nobody ended within this time, in ms, was cut off with its process. */
const cutOff = 10 * 60_000

/** Looks at a source's address now, and archives what stands there; refuses a source that has no web address. */
export async function archiveSource(member: Member, named: { claimId: string; sourceId: string }) {
  const source = await readSource(member, named)
  if (!linkOf(source.address)) throw new Refused({ code: 'source-without-link' })
  if (!(await lookAt(source, member.id))) throw new Refused({ code: 'archive-underway' })
}

/**
 * Looks at the address of a source and keeps what is found as a row, or why nothing was. A page that says what its last
 * snapshot says is not kept again. False where somebody else is looking at this moment.
 */
export async function lookAt(source: OpenSource, askedBy: string | null): Promise<boolean> {
  const link = linkOf(source.address)
  if (!link) return false
  // As it is written in the room: by that it is found again.
  const address = source.address.trim()
  const lookId = await beginLook({ ...source, address }, askedBy)
  if (!lookId) return false
  try {
    const answer = await fetchRaw(link, { ...limits, allowPrivate })
    await keepFound({ ...source, address }, { lookId, askedBy, answer })
  } catch (error) {
    const fault: RefusalCode = error instanceof Refused ? error.refusal.code : 'archive-failed'
    const state = stateOfFault(fault)
    const ended = { source: { ...source, address }, lookId, state, fault, snapshotId: null }
    await db().transaction((tx) => endLook(tx, ended))
    if (!(error instanceof Refused)) throw error
  }
  return true
}

type Addressed = OpenSource & { address: string }

async function beginLook(source: Addressed, askedBy: string | null): Promise<string | null> {
  const { id: sourceId, claimId, articleId, deskId, address } = source
  const now = new Date()
  await db()
    .update(sourceLooks)
    .set({ endedAt: now, state: 'silent', fault: 'archive-failed' })
    .where(
      and(
        ...[eq(sourceLooks.sourceId, sourceId), isNull(sourceLooks.endedAt)],
        lt(sourceLooks.begunAt, new Date(now.getTime() - cutOff)),
      ),
    )
  // One at a time: of several who ask at once, also in other processes, one looks.
  const [begun] = await db()
    .insert(sourceLooks)
    .values({ id: newId(), sourceId, claimId, articleId, deskId, address, begunAt: now, askedBy })
    .onConflictDoNothing()
    .returning({ id: sourceLooks.id })
  if (begun) await notify(db(), 'rows_changed', { articleId })
  return begun?.id ?? null
}

type Answered = { lookId: string; askedBy: string | null; answer: RawAnswer }

async function keepFound(source: Addressed, { lookId, askedBy, answer }: Answered): Promise<void> {
  const { id: sourceId, claimId, articleId, deskId, address, quote } = source
  const contentType = answer.responseHeaders.find(([name]) => name === 'content-type')?.[1] ?? ''
  const mediaType = mediaTypeOf(answer.bytes, contentType)
  const said = await extractWords(answer.bytes, mediaType, contentType)
  const sha256 = await openEvidence().put(answer.bytes)
  await db().transaction(async (tx) => {
    const { newest, baseline } = await readBefore(tx, { sourceId, address })
    const state = stateOfFound({ asked: address, answered: answer.address, quote, was: baseline, is: said })
    const isKnown = newest && (newest.sha256 === sha256 || saysTheSame(newest, { ...said, mediaType }))
    const snapshotId = isKnown ? newest.id : newId()
    if (!isKnown)
      await tx.insert(snapshots).values({
        ...{ id: snapshotId, deskId, articleId, claimId, sourceId, kind: 'fetched', address },
        ...{ finalAddress: answer.address, status: answer.status, redirects: answer.redirects },
        ...{ requestHeaders: answer.requestHeaders, responseHeaders: answer.responseHeaders },
        ...{ mediaType, size: answer.bytes.length, sha256, ...said },
        ...{ takenBy: askedBy, takenAt: answer.fetchedAt },
      })
    await endLook(tx, { source, lookId, state, fault: null, snapshotId })
  })
}

/** Pages change with each visit in what nobody reads; another copy is kept where the words are others. */
function saysTheSame(before: Said & { mediaType: string }, now: Said & { mediaType: string }): boolean {
  if (before.mediaType !== now.mediaType || !folded(now)) return false
  return folded(before) === folded(now) && wordsOf(before) === wordsOf(now)
}
const wordsOf = ({ wholeText }: Said) => folded({ text: '', wholeText })

/** The newest snapshot of an address, and the one that the verdict leans on: that of the last word that it holds, else the first. */
async function readBefore(tx: Transaction, { sourceId, address }: { sourceId: string; address: string }) {
  const ofIt = and(eq(snapshots.sourceId, sourceId), eq(snapshots.address, address))
  const [newest] = await tx.select().from(snapshots).where(ofIt).orderBy(desc(snapshots.takenAt)).limit(1)
  const [first] = await tx.select().from(snapshots).where(ofIt).orderBy(snapshots.takenAt).limit(1)
  const [held] = await tx
    .select({ text: snapshots.text, wholeText: snapshots.wholeText })
    .from(sourceLooks)
    .innerJoin(snapshots, eq(snapshots.id, sourceLooks.snapshotId))
    .where(
      and(
        ...[eq(sourceLooks.sourceId, sourceId), eq(sourceLooks.address, address)],
        isNotNull(sourceLooks.confirmedAt),
      ),
    )
    .orderBy(desc(sourceLooks.begunAt))
    .limit(1)
  return { newest, baseline: held ?? first ?? null }
}

type Ended = {
  source: Addressed
  lookId: string
  state: LinkState
  fault: RefusalCode | null
  snapshotId: string | null
}

/** Ends a look; where it puts a source in doubt for the first time, those whom it concerns are told. */
async function endLook(tx: Transaction, { source, lookId, ...found }: Ended): Promise<void> {
  const { id: sourceId, articleId, address } = source
  // Readers may have another address of it than the room.
  const ofIt = and(eq(sourceLooks.sourceId, sourceId), eq(sourceLooks.address, address))
  const [before] = await tx
    .select()
    .from(sourceLooks)
    .where(and(ofIt, isNotNull(sourceLooks.endedAt)))
    .orderBy(desc(sourceLooks.begunAt))
    .limit(1)
  // What somebody has said of a page that is gone holds for as long as it is gone.
  const isStillGone = found.state === 'gone' && before?.state === 'gone'
  const confirmedBy = isStillGone ? before.confirmedBy : null
  const confirmedAt = isStillGone ? before.confirmedAt : null
  await tx
    .update(sourceLooks)
    .set({ ...found, endedAt: new Date(), confirmedBy, confirmedAt })
    .where(eq(sourceLooks.id, lookId))
  await notify(tx, 'rows_changed', { articleId })
  const wasInDoubt = before?.state ? doubtful.includes(before.state) && !before.confirmedAt : false
  if (doubtful.includes(found.state) && !confirmedAt && !wasInDoubt) await tellOfDoubt(tx, source, lookId)
}
