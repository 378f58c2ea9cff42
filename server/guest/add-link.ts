import { createHash, randomBytes } from 'node:crypto'
import { db } from '../../db/client'
import { guestLinks } from '../../db/schema'
import { notify } from '../channel/notify'
import { readClearances } from '../clearance/read-clearances'
import { holdArticle } from '../deleted/lock-article'
import { settings } from '../env'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { openSubmission } from '../review/open-submission'
import { whyNotLink } from './guest-link'

type Wanted = {
  member: Member
  /** Made by whoever makes the link; one id makes one link. */
  id: string
  submissionId: string
  name: string
  purpose: string
  days: number
  /** The clearance that the guest may give; null where they only read and comment. */
  clearanceId: string | null
}

/** Makes a link that shows one submission to somebody outside. Its address is known to nobody but who gets it here. */
export async function addGuestLink(wanted: Wanted): Promise<{ address: string; expiresAt: Date }> {
  const { member, id, submissionId, clearanceId, name, purpose, days } = wanted
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + days * 86_400_000)
  await db().transaction(async (tx) => {
    const submission = await openSubmission(tx, submissionId, member)
    if (submission?.deskId !== member.deskId) throw new Refused({ code: 'submission-unknown' })
    await holdArticle(tx, member, submission.articleId)
    const all = clearanceId === null ? [] : await readClearances(submission.claimId, tx)
    const clearance = all.find((one) => one.id === clearanceId) ?? null
    if (clearanceId !== null && !clearance) throw new Refused({ code: 'clearance-unknown' })
    refuseIf(whyNotLink({ name, purpose, days }, clearance))
    const words = { name: name.trim(), purpose: purpose.trim() }
    const made = { id, submissionId, clearanceId, ...words, madeBy: member.id, expiresAt }
    await tx.insert(guestLinks).values({ ...made, secretHash: secretHash(secret) })
    await notify(tx, 'rows_changed', { articleId: submission.articleId })
  })
  return { address: `${settings().publicOrigin}/guest/${secret}`, expiresAt }
}

/** What is kept of a link: the secret is 256 random bits, which nobody guesses back from a plain hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
