import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db } from '../../../db/client'
import { snapshots, sourceLooks } from '../../../db/schema'
import { fetchRaw, type RawAnswer } from '../../article/fetch/fetch-raw'
import { notify } from '../../channel/notify'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import { type RefusalCode, Refused } from '../../refusal'
import { linkOf } from '../source'
import { openEvidence } from '../store/keep-bytes'
import { endLook, readStateFor } from '../watch/end-look'
import { judgeInWorker } from '../words/compare-in-worker'
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
    const state = await readStateFor({ sourceId: source.id, address }, fault)
    const ended = { source: { ...source, address }, lookId, state, fault, snapshotId: null }
    await db().transaction((tx) => endLook(tx, ended))
    if (!(error instanceof Refused)) throw error
  }
  return true
}

async function beginLook(source: OpenSource, askedBy: string | null): Promise<string | null> {
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

async function keepFound(source: OpenSource, { lookId, askedBy, answer }: Answered): Promise<void> {
  const { id: sourceId, claimId, articleId, deskId, address, quote } = source
  const contentType = answer.responseHeaders.find(([name]) => name === 'content-type')?.[1] ?? ''
  const mediaType = mediaTypeOf(answer.bytes, contentType)
  const said = await extractWords(answer.bytes, mediaType, contentType)
  const sha256 = await openEvidence().put(answer.bytes)
  // Before the transaction: only one look at a source is under way, and to compare long texts takes its time.
  const { newest, was } = await readBefore({ sourceId, address })
  const isSame = newest?.sha256 === sha256
  const { state, saysTheSame } = await judgeInWorker({
    ...{ asked: address, answered: answer.address, quote, was, is: said },
    newest: newest?.mediaType === mediaType && !isSame ? newest : null,
  })
  const isKnown = newest && (isSame || saysTheSame)
  const snapshotId = isKnown ? newest.id : newId()
  await db().transaction(async (tx) => {
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

/** The newest snapshot of an address, and the one that the verdict leans on: that of the last word that it holds, else the first. */
async function readBefore({ sourceId, address }: { sourceId: string; address: string }) {
  const ofIt = and(eq(snapshots.sourceId, sourceId), eq(snapshots.address, address))
  const { id, sha256, mediaType, text, wholeText } = snapshots
  const [newest = null] = await db()
    .select({ id, sha256, mediaType, text, wholeText })
    .from(snapshots)
    .where(ofIt)
    .orderBy(desc(snapshots.takenAt))
    .limit(1)
  const [held] = await db()
    .select({ text, wholeText })
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
  if (held || !newest) return { newest, was: held ?? null }
  const [first] = await db()
    .select({ text, wholeText })
    .from(snapshots)
    .where(ofIt)
    .orderBy(snapshots.takenAt)
    .limit(1)
  return { newest, was: first ?? null }
}
