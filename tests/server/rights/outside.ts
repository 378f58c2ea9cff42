import { v7 as uuid } from 'uuid'
import { requireClearance } from '../../../server/clearance/add-clearance'
import { addGuestLink } from '../../../server/guest/add-link'
import { readGuests } from '../../../server/guest/read-guests'
import { removeMember } from '../../../server/member/manage-member'
import { readSubmission } from '../../../server/review/approval/read-submission'
import { onDesk } from '../../newsroom'
import type { Home } from './askers'
import { aSubmissionOfAuthor } from './things'

/** A submission with a clearance that one member shall give, or somebody outside. */
async function aClearance(home: Home, of: string | null) {
  const { submissionId } = await aSubmissionOfAuthor(home)
  const { claimId, hash } = await readSubmission(submissionId, home.editor)
  const clearanceId = uuid()
  const words = { name: 'Legal', why: 'It names a company.' }
  // By whoever asks where they may, so that they may lift it, too.
  const member = home.asker.role === 'editor' ? home.asker : home.editor
  await requireClearance({ member, id: clearanceId, claimId, ...words, of })
  return { clearanceId, claimId, submissionId, hash }
}

/** A clearance that the one who asks shall give. */
export const aClearanceOfAsker = (home: Home) => aClearance(home, home.asker.id)

/** A clearance whose member has left the desk. */
export async function aClearanceOfOneWhoLeft(home: Home) {
  const { id, deskId } = await onDesk('observer', home.desk)
  const { clearanceId } = await aClearance(home, id)
  await removeMember({ deskId, memberId: id })
  return { clearanceId }
}

/** A clearance that somebody outside shall give. */
export const anOutsideClearance = (home: Home) => aClearance(home, null)

/** A link for that somebody; its secret is what stands in the address. */
export async function aGuestLink(home: Home, days = 7) {
  const { clearanceId, claimId, submissionId } = await anOutsideClearance(home)
  const words = { name: 'Dr Weiss', purpose: 'Is this defamatory?' }
  const made = { member: home.editor, id: uuid(), submissionId, clearanceId, ...words, days }
  const { address } = await addGuestLink(made)
  return { linkId: made.id, claimId, submissionId, secret: address.split('/').at(-1) ?? '' }
}

/** How often the link of a claim was opened. */
export async function visitsOf(claimId: string, home: Home): Promise<number | undefined> {
  return (await readGuests(claimId, home.editor)).links[0]?.visits
}
