import { count, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { guestComments } from '../../db/schema'
import { done } from '../audit/audit'
import { keepEntry } from '../audit/keep-entry'
import { notify } from '../channel/notify'
import type { Signing } from '../clearance/clearance'
import { keepSignature } from '../clearance/sign-clearance'
import { holdArticle } from '../deleted/lock-article'
import { tellMembers } from '../notice/tell-members'
import { Refused, refuseIf } from '../refusal'
import { openSubmission } from '../review/open-submission'
import { shownHash, whyNotGuestComment } from './guest-link'
import { type OpenedLink, openGuestLink } from './open-link'

/** Keeps what a guest says about the submission of their link, and tells the editor who made it. */
export async function addGuestComment(secret: string, text: string): Promise<void> {
  await asGuest(secret, 'guest comment', async (tx, link, submission) => {
    const [{ said } = { said: 0 }] = await tx
      .select({ said: count() })
      .from(guestComments)
      .where(eq(guestComments.linkId, link.id))
    refuseIf(whyNotGuestComment(text, said))
    const id = uuid()
    await tx.insert(guestComments).values({ id, linkId: link.id, text: text.trim(), saidAt: new Date() })
    const { articleId, claimId, deskId } = submission
    const by = { id: null, guestLinkId: link.id, deskId }
    const about = { subjectId: id, to: [link.madeBy], articleId, claimId }
    await tellMembers(tx, { kind: 'guest-commented', by, ...about })
    await notify(tx, 'rows_changed', { articleId })
  })
}

/** Gives or refuses the clearance that a link was made for. */
export async function signByGuest(secret: string, signing: Signing): Promise<void> {
  await asGuest(secret, 'guest clearance', async (tx, link, submission) => {
    const { id: guestLinkId, clearanceId } = link
    if (clearanceId === null) throw new Refused({ code: 'clearance-not-yours' })
    // The guest saw what the sources' terms allow, and named that.
    const hash = signing.hash === shownHash(submission.frozen) ? submission.hash : signing.hash
    const signer = { guestLinkId, clearanceId }
    await keepSignature(tx, submission, { clearanceId, signing: { ...signing, hash }, signer })
  })
}

type Opened = NonNullable<Awaited<ReturnType<typeof openSubmission>>>

/** Does what a guest asks for, under the lock of the claim; the audit of the desk keeps that somebody outside did. */
async function asGuest(
  secret: string,
  way: string,
  act: (tx: Transaction, link: OpenedLink, submission: Opened) => Promise<void>,
): Promise<void> {
  await db().transaction(async (tx) => {
    const first = await openGuestLink(secret, tx)
    const submission = first && (await openSubmission(tx, first.submissionId, { id: first.madeBy }))
    // The lock may have been waited for, and the link withdrawn meanwhile.
    const link = submission && (await openGuestLink(secret, tx))
    if (!submission || !link) throw new Refused({ code: 'guest-link-unknown' })
    const { deskId, articleId } = submission
    await holdArticle(tx, { id: link.madeBy, deskId }, articleId)
    await act(tx, link, submission)
    const things = { linkId: link.id, submissionId: link.submissionId }
    const who = { deskId, memberId: null, personId: null, things, words: {} }
    await keepEntry(tx, { act: 'answer as a guest', way, outcome: done, ...who })
  })
}
