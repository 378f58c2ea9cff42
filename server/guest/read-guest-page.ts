import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { articles, guestComments, publications, revisions, submissions } from '../../db/schema'
import type { Scale } from '../claim/scale'
import { type Signature, signatureFor, whyNotSignable } from '../clearance/clearance'
import { readClearances } from '../clearance/read-clearances'
import { claimPath, contextOf, type PublicDesk } from '../publication/publication'
import { readPublicDesk } from '../publication/read-published'
import type { Refusal } from '../refusal'
import { readFacts } from '../review/read-facts'
import { decisionOf, type FrozenClaim, publicCopy } from '../review/submission'
import { readScaleOf } from '../scale/read-scale'
import { shownHash } from './guest-link'
import type { OpenedLink } from './open-link'

/** Everything that a guest is shown: one frozen submission, and what they said themselves. */
export type GuestPage = {
  desk: PublicDesk
  claim: FrozenClaim
  hash: string
  scale: Scale
  context: { before: string; after: string }
  article: { title: string; publisher: string | null; published: string | null; address: string | null }
  submittedAt: Date
  standing: GuestStanding
  link: Pick<OpenedLink, 'name' | 'purpose' | 'expiresAt'>
  /** What they are asked to clear; null where they only read and comment. */
  clearance: {
    name: string
    why: string
    signature: Signature | null
    /** Why it can be given no more. */
    whyNot: Refusal | null
  } | null
  comments: { id: string; text: string; at: Date }[]
}

/** What became of the submission since the link was made. */
export type GuestStanding =
  | { is: 'waiting' | 'superseded' | 'withdrawn' | 'returned' }
  | { is: 'published'; version: number; path: string }

/** What the link shows at this moment. */
export async function readGuestPage(link: OpenedLink): Promise<GuestPage> {
  const { submissionId } = link
  const [[facts], [stored], desk, scale, comments, clearance] = await Promise.all([
    readFacts(eq(submissions.id, submissionId)),
    readStored(submissionId),
    readPublicDesk(db(), link.deskId),
    readScaleOf(submissionId),
    readComments(link.id),
    readClearance(link),
  ])
  if (!facts || !stored) throw new Error(`submission ${submissionId} is not there`)
  const { frozen, text, address, published, ...article } = stored
  const { name, purpose, expiresAt } = link
  return {
    // Who looks in from outside gets no more of a source than readers will.
    ...{
      desk,
      claim: publicCopy(frozen),
      hash: shownHash(frozen),
      scale,
      submittedAt: facts.submittedAt,
      comments,
    },
    context: contextOf(text, frozen.selectors),
    article: { ...article, published, address },
    standing: stored.number !== null && stored.version !== null ? publishedAs(stored) : standingOf(facts),
    link: { name, purpose, expiresAt },
    clearance: clearance && {
      ...{ name: clearance.name, why: clearance.why },
      signature: signatureFor(clearance.signatures, facts),
      whyNot: clearance.lifted ? { code: 'clearance-lifted' } : whyNotSignable(facts),
    },
  }
}

type Stored = NonNullable<Awaited<ReturnType<typeof readStored>>[number]>

function publishedAs({ number, version, frozen }: Stored): GuestStanding {
  return { is: 'published', version: version ?? 0, path: claimPath(number ?? 0, frozen.statement) }
}

function standingOf(facts: NonNullable<Awaited<ReturnType<typeof readFacts>>[number]>): GuestStanding {
  if (facts.withdrawnAt) return { is: 'withdrawn' }
  if (facts.isSuperseded) return { is: 'superseded' }
  return { is: decisionOf(facts) === 'returned' ? 'returned' : 'waiting' }
}

async function readClearance({ claimId, clearanceId }: OpenedLink) {
  if (clearanceId === null) return null
  return (await readClearances(claimId)).find(({ id }) => id === clearanceId) ?? null
}

function readStored(submissionId: string) {
  const isItsRevision = and(
    eq(revisions.articleId, submissions.articleId),
    eq(revisions.hash, sql`${submissions.frozen} ->> 'revision'`),
  )
  return db()
    .select({
      frozen: submissions.frozen,
      text: revisions.text,
      title: revisions.title,
      publisher: revisions.publisher,
      published: revisions.published,
      address: articles.address,
      number: publications.number,
      version: publications.version,
    })
    .from(submissions)
    .innerJoin(revisions, isItsRevision)
    .innerJoin(articles, eq(articles.id, submissions.articleId))
    .leftJoin(publications, eq(publications.submissionId, submissions.id))
    .where(eq(submissions.id, submissionId))
}

function readComments(linkId: string) {
  return db()
    .select({ id: guestComments.id, text: guestComments.text, at: guestComments.saidAt })
    .from(guestComments)
    .where(eq(guestComments.linkId, linkId))
    .orderBy(guestComments.saidAt, guestComments.id)
}
