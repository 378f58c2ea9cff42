import type { z } from 'zod'
import { settings } from '../../env'
import { Refused } from '../../refusal'
import type { Member } from '../member'
import { changeDesk } from './change-desk'
import type { identityShape } from './desk-settings'

type Identity = z.infer<typeof identityShape>

/** Changes how sure a desk is of its editors; asks for no second factor where nobody could set one up. */
export async function changeIdentity(member: Member, change: { was: Identity; to: Identity }): Promise<void> {
  if (change.to.needsSecondFactor && !settings().secretKey) throw new Refused({ code: 'secret-key-missing' })
  await changeDesk(member, change)
}
