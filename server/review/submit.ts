import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { claims, desks, publications, revisions, submissions } from '../../db/schema'
import type { SubmissionKind } from '../../db/vocabulary'
import { canonicalHash } from '../canonical-hash'
import { type Claim, whyNotReady } from '../claim/claim'
import { holdArticle } from '../deleted/lock-article'
import { type Member, whyMayNot } from '../member/member'
import { notify } from '../notify'
import { type Refusal, Refused, refuseIf } from '../refusal'
import { claimsMergedInto } from '../room/doc/marks'
import { readClaim } from '../room/doc/room-claims'
import { documentOf } from '../room/doc/room-doc'
import { readStored } from '../room/kept/read-room'
import { whoWrote, whoWroteSources } from '../room/kept/who-wrote'
import { whoSuggested } from '../suggestion/read-suggestions'
import { lockClaim } from './open-submission'
import { readFacts } from './read-facts'
import {
  type FrozenClaim,
  frozenClaim,
  isOpen,
  whyNotKind,
  whyNotSubmitAgain,
  whyNotSubmitAs,
} from './submission'

type SubmitRequest = {
  member: Member
  claimId: string
  /** `claimHash` of what the submitter saw. */
  hash: string
  kind: SubmissionKind
  publicNote: string
}

/** A claim as it is stored, with the ids of claims that were merged into it. */
type StoredClaim = Claim & { articleId: string; merged: string[] }

/** Freezes a claim as its submitter sees it and asks for approval; an open submission of the claim is superseded. */
export async function submit(request: SubmitRequest): Promise<{ submissionId: string }> {
  const { member, claimId } = request
  refuseIf(whyMayNot(member, 'submit claims'))
  return db().transaction(async (tx) => {
    await lockClaim(tx, claimId)
    const claim = await readStoredClaim(tx, claimId, member.deskId)
    const { articleId } = claim
    await holdArticle(tx, member, articleId)
    const frozen = frozenClaim(claim)
    const hash = canonicalHash(frozen)
    refuseIf(hash === request.hash ? null : { code: 'text-changed' })
    refuseIf(whyNotKept(frozen))
    refuseIf(await whyNotNow(tx, claim, hash, request))
    const submissionId = uuid()
    await tx.insert(submissions).values({
      id: submissionId,
      claimId,
      articleId,
      deskId: member.deskId,
      hash,
      frozen,
      topics: claim.topics,
      kind: request.kind,
      publicNote: request.publicNote.trim(),
      authors: await readAuthors(tx, claim, member),
      submittedBy: member.id,
      // The transaction may have begun before the submission it supersedes was made.
      submittedAt: sql`clock_timestamp()`,
    })
    await notify(tx, 'rows_changed', { articleId })
    return { submissionId }
  })
}

/** The claim as the database holds its room, not as a browser shows it. */
async function readStoredClaim(tx: Transaction, claimId: string, deskId: string): Promise<StoredClaim> {
  const [row] = await tx
    .select({ articleId: claims.articleId })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.deskId, deskId)))
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

/** Why a copy cannot be kept as it is: Postgres takes neither NUL nor half a character. */
function whyNotKept(frozen: FrozenClaim): Refusal | null {
  let damaged: string | null = null
  JSON.stringify(frozen, (key, value) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) damaged = key
    return value
  })
  return damaged === null ? null : { code: 'claim-damaged', values: { part: damaged } }
}

async function whyNotNow(tx: Transaction, claim: StoredClaim, hash: string, request: SubmitRequest) {
  const published = await readNewestPublication(tx, claim.id)
  const [newest] = await readFacts(eq(submissions.claimId, claim.id), tx)
  const openHash = newest && isOpen(newest) ? newest.hash : null
  return (
    whyNotReady(claim, await readConditions(tx, claim)) ??
    whyNotSubmitAgain(hash, openHash, published?.hash ?? null) ??
    whyNotSubmitAs(request, published !== null) ??
    whyNotKind(request.kind, published?.verdict ?? null, claim.verdict)
  )
}

async function readConditions(tx: Transaction, { id, revision }: StoredClaim) {
  const [row] = await tx
    .select({ sourcesNeeded: desks.sourcesNeeded, text: revisions.text })
    .from(claims)
    .innerJoin(desks, eq(desks.id, claims.deskId))
    .leftJoin(revisions, and(eq(revisions.articleId, claims.articleId), eq(revisions.hash, revision)))
    .where(eq(claims.id, id))
  if (!row) throw new Error('a claim just read is not there')
  // A revision that the article does not have holds no quote at all.
  return { sourcesNeeded: row.sourcesNeeded, text: row.text ?? '' }
}

async function readNewestPublication(tx: Transaction, claimId: string) {
  const [row] = await tx
    .select({ hash: publications.hash, content: publications.content })
    .from(publications)
    .where(eq(publications.claimId, claimId))
    .orderBy(desc(publications.version))
    .limit(1)
  return row ? { hash: row.hash, verdict: row.content.claim.verdict } : null
}
