import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { clearanceSignatures } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { Refused, refuseIf } from '../refusal'
import { type OpenedSubmission, openSubmission } from '../review/open-submission'
import { type Signing, signatureFor, whyNotSign, whyNotSignable } from './clearance'
import { readClearances } from './read-clearances'

type ByMember = Signing & { member: Member; clearanceId: string; submissionId: string }

/** Gives or refuses a clearance for the exact words of one submission; only the member named in it may. */
export async function signClearance({ member, clearanceId, submissionId, ...signing }: ByMember) {
  await db().transaction(async (tx) => {
    const submission = await openSubmission(tx, submissionId, member)
    if (submission?.deskId !== member.deskId) throw new Refused({ code: 'submission-unknown' })
    await holdArticle(tx, member, submission.articleId)
    await keepSignature(tx, submission, { clearanceId, signing, signer: { memberId: member.id } })
  })
}

type Signed = {
  clearanceId: string
  signing: Signing
  /** A member, or the guest of a link that was made for a clearance. */
  signer: { memberId: string } | { guestLinkId: string; clearanceId: string | null }
}

/** The same in a transaction that has the submission under its lock; signed twice it is kept once. */
export async function keepSignature(
  tx: Transaction,
  submission: OpenedSubmission,
  { clearanceId, signing, signer }: Signed,
): Promise<void> {
  const { id: submissionId, claimId, articleId, deskId, hash } = submission
  const clearance = (await readClearances(claimId, tx)).find(({ id }) => id === clearanceId)
  if (!clearance) throw new Refused({ code: 'clearance-unknown' })
  const signable = { ...submission, closed: whyNotSignable(submission) }
  refuseIf(whyNotSign(clearance, signable, { signer, signing }))
  const note = signing.note.trim()
  const before = signatureFor(clearance.signatures, submission)
  if (before?.answer === signing.answer && before.note === note) return
  const id = uuid()
  const signed = { answer: signing.answer, submissionId, hash, note, signedAt: new Date() }
  await tx.insert(clearanceSignatures).values({ id, clearanceId, ...signed, ...columnsOf(signer) })
  const by =
    'memberId' in signer
      ? { id: signer.memberId, deskId }
      : { id: null, guestLinkId: signer.guestLinkId, deskId }
  const to = [clearance.by.id]
  await tellMembers(tx, { kind: 'clearance-answered', by, subjectId: id, to, articleId, claimId })
  await notify(tx, 'rows_changed', { articleId })
}

const columnsOf = (signer: Signed['signer']) =>
  'memberId' in signer ? { memberId: signer.memberId } : { guestLinkId: signer.guestLinkId }
