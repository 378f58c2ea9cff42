import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { claims, desks, revisions, submissions } from '../../db/schema'
import type { SubmissionKind } from '../../db/vocabulary'
import { canonicalHash } from '../canonical-hash'
import { notify } from '../channel/notify'
import { asStanding, type Claim, whyNotReady } from '../claim/claim'
import type { Scale } from '../claim/scale'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import { type Member, whyMayNot } from '../member/member'
import { readWhoMay } from '../member/read-desk'
import { keepEvent } from '../notice/event/keep-event'
import { tellMembers } from '../notice/tell-members'
import { type Refusal, Refused, refuseIf } from '../refusal'
import { readTask } from '../revision/passage/read-passages'
import { isNewsOf, whyNotAsItStands } from '../revision/revision'
import { claimsMergedInto } from '../room/doc/marks'
import { readClaim } from '../room/doc/room-claims'
import { documentOf } from '../room/doc/room-doc'
import { readStored } from '../room/kept/read-room'
import { whoWrote, whoWroteSources } from '../room/kept/who-wrote'
import { type KeptScale, readScale } from '../scale/read-scale'
import { whyNamesWithheld } from '../source/unlinked'
import { whoSuggested } from '../suggestion/read-suggestions'
import { whyNotKind, whyNotOfVersion, whyNotSubmitAs } from './correction/correction'
import { type NewestVersion, readNewestVersion } from './correction/read-newest-version'
import { lockClaim } from './open-submission'
import { readFacts } from './read-facts'
import { frozenClaim, isUnderway, whyNotKept, whyNotSubmitAgain } from './submission'

type SubmitRequest = {
  member: Member
  claimId: string
  /** `claimHash` of what the submitter saw; for a retraction, the hash of the version that readers have. */
  hash: string
  /** The version that readers had when it was written, null where they had none; left out where nobody wrote it. */
  version?: number | null
  kind: SubmissionKind
  publicNote: string
  /** For the editor who decides alone. */
  reason?: string
}

/** A claim as it is stored, with the ids of claims that were merged into it. */
type StoredClaim = Claim & { articleId: string; merged: string[] }

/** Freezes a claim as its submitter sees it and asks for approval; an open submission of the claim is superseded. */
export async function submit(request: SubmitRequest): Promise<{ submissionId: string }> {
  const { member, claimId } = request
  refuseIf(whyMayNot(member, 'submit claims'))
  return db().transaction(async (tx) => {
    await lockClaim(tx, claimId)
    const claim = await readStoredClaim(tx, claimId, member)
    const { articleId } = claim
    await holdArticle(tx, member, articleId)
    const published = await readNewestVersion(tx, claimId)
    const { version, kind, publicNote, reason = '' } = request
    refuseIf(version === undefined ? null : whyNotOfVersion(version, published))
    refuseIf(whyNotSubmitAs({ kind, publicNote, reason }, published))
    const scale = await readScale(member.deskId, tx)
    const copy = { ...copyOf(claim, published, kind), ...scaleFor(scale, published, kind) }
    refuseIf(whyNotSeen(copy.hash, request, published))
    refuseIf(whyNotKept(copy.frozen) ?? whyNamesWithheld(claim.sources, [publicNote]))
    refuseIf(await whyNotNow(tx, claim, copy, { kind, published, scale: scale.entries }))
    const submissionId = uuid()
    const authors = await readAuthors(tx, claim, member)
    await tx.insert(submissions).values({
      ...{ id: submissionId, claimId, articleId, deskId: member.deskId },
      ...copy,
      kind,
      publicNote: publicNote.trim(),
      reason: reason.trim(),
      ...(await readRule(tx, member.deskId)),
      authors,
      submittedBy: member.id,
      // The transaction may have begun before the submission it supersedes was made.
      submittedAt: sql`clock_timestamp()`,
    })
    const to = (await readWhoMay('decide on submissions', member.deskId, tx)).filter(
      (id) => !authors.includes(id),
    )
    await tellMembers(tx, { kind: 'submitted', by: member, subjectId: submissionId, to, articleId, claimId })
    const event = { kind: 'submitted', deskId: member.deskId, subjectId: submissionId } as const
    await keepEvent(tx, { ...event, articleId, claimId, version: null })
    await notify(tx, 'rows_changed', { articleId })
    return { submissionId }
  })
}

/** The claim as the database holds its room, not as a browser shows it. */
async function readStoredClaim(tx: Transaction, claimId: string, member: Member): Promise<StoredClaim> {
  const [row] = await tx
    .select({ articleId: claims.articleId })
    .from(claims)
    .where(
      and(eq(claims.id, claimId), eq(claims.deskId, member.deskId), isOpenTo(claims.articleId, member.id)),
    )
  if (!row || (await isOfAnotherArticle(tx, claimId, row.articleId)))
    throw new Refused({ code: 'claim-unknown' })
  const { doc } = await readStored(documentOf(row.articleId), tx)
  const claim = readClaim(doc, claimId)
  if (!claim) throw new Refused({ code: 'claim-unknown' })
  // A browser may write any id as merged: only this article's claims have authors here.
  const merged = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(inArray(claims.id, claimsMergedInto(doc, claimId)), eq(claims.articleId, row.articleId)))
  return { ...claim, articleId: row.articleId, merged: merged.map(({ id }) => id) }
}

/** Ids are made in browsers: one that was submitted from another article is that article's claim for ever. */
async function isOfAnotherArticle(tx: Transaction, claimId: string, articleId: string): Promise<boolean> {
  const elsewhere = and(eq(submissions.claimId, claimId), ne(submissions.articleId, articleId))
  const [found] = await tx.select({ id: submissions.id }).from(submissions).where(elsewhere).limit(1)
  return found !== undefined
}

/**
 * The submitter and everybody who wrote in the claim, in one that was merged into it, or in one of its sources; also
 * whose suggested wording was taken, where the desk says so.
 */
async function readAuthors(tx: Transaction, claim: StoredClaim, member: Member): Promise<string[]> {
  const sources = claim.sources.map(({ id }) => id)
  const authors = new Set([member.id, ...(await whoWroteSources(documentOf(claim.articleId), sources, tx))])
  for (const claimId of [claim.id, ...claim.merged])
    for (const author of [...(await whoWrote(claimId, tx)), ...(await whoSuggested(claimId, tx))])
      authors.add(author)
  return [...authors]
}

/**
 * The words to freeze: those of the room, or for a retraction those that readers have. A claim can be retracted whatever
 * its room says by now, and nothing that nobody approved comes out with it.
 */
function copyOf(claim: StoredClaim, published: NewestVersion | null, kind: SubmissionKind) {
  if (kind === 'retraction' && published)
    return { frozen: published.claim, hash: published.hash, topics: published.topics }
  const frozen = frozenClaim(claim)
  return { frozen, hash: canonicalHash(frozen), topics: claim.topics }
}

/** A retraction is of the verdict that readers have, on the scale it was given on. */
function scaleFor(scale: KeptScale, published: NewestVersion | null, kind: SubmissionKind) {
  return { scaleId: kind === 'retraction' && published ? published.scaleId : scale.id }
}

function whyNotSeen(hash: string, request: SubmitRequest, published: NewestVersion | null): Refusal | null {
  if (hash === request.hash) return null
  return request.kind === 'retraction' && published
    ? { code: 'newer-version', values: { version: published.version } }
    : { code: 'text-changed' }
}

async function whyNotNow(
  tx: Transaction,
  claim: StoredClaim,
  { hash, frozen }: ReturnType<typeof copyOf>,
  { kind, published, scale }: { kind: SubmissionKind; published: NewestVersion | null; scale: Scale },
): Promise<Refusal | null> {
  const isRetraction = kind === 'retraction'
  const [newest] = await readFacts(eq(submissions.claimId, claim.id), tx)
  // A retraction and a correction may be of the same words; each supersedes the other.
  const isAlike = newest && isUnderway(newest) && (newest.kind === 'retraction') === isRetraction
  const task = await readTask(claim.id, tx)
  const isNews = isRetraction || published?.isDoubted || isNewsOf(task)
  const standing = asStanding(claim, published !== null)
  return (
    (isRetraction ? null : whyNotReady(standing, { ...(await readConditions(tx, claim)), scale })) ??
    whyNotAsItStands(task === 'reopened', published !== null) ??
    whyNotSubmitAgain(hash, isAlike ? newest.hash : null, isNews ? null : (published?.hash ?? null)) ??
    whyNotKind(kind, published?.claim ?? null, frozen)
  )
}

/** How many must agree, as the desk wants it now. */
async function readRule(tx: Transaction, deskId: string) {
  const rule = { approvalsNeeded: desks.approvalsNeeded, returnsNeeded: desks.returnsNeeded }
  const [desk] = await tx.select(rule).from(desks).where(eq(desks.id, deskId))
  if (!desk) throw new Error(`there is no desk ${deskId}`)
  return desk
}

async function readConditions(tx: Transaction, { id, revision }: StoredClaim) {
  const [row] = await tx
    .select({ sourcesNeeded: desks.sourcesNeeded, text: revisions.text })
    .from(claims)
    .innerJoin(desks, eq(desks.id, claims.deskId))
    .leftJoin(revisions, and(eq(revisions.articleId, claims.articleId), eq(revisions.hash, revision)))
    .where(eq(claims.id, id))
  if (!row) throw new Error('a claim just read is not there')
  return { sourcesNeeded: row.sourcesNeeded, text: row.text ?? '' } // where it is not there, no quote stands in it
}
