import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { passkeys } from '../../../db/schema'
import { keepMail } from '../../mail/keep-mail'
import { Refused } from '../../refusal'
import { lockProven, type Own } from '../proof/lock-proven'
import { passkeyLetter } from './passkey'

/** Gives one's own passkey another name. */
export async function renamePasskey({
  passkeyId,
  name,
  ...own
}: Own & { passkeyId: string; name: string }): Promise<void> {
  await db().transaction(async (tx) => {
    await lockProven(tx, own)
    const renamed = await tx.update(passkeys).set({ name }).where(isOwn(passkeyId, own)).returning()
    if (renamed.length === 0) throw new Refused({ code: 'passkey-unknown' })
  })
}

/** Takes one's own passkey away: it opens nothing from then on. */
export async function removePasskey({ passkeyId, ...own }: Own & { passkeyId: string }): Promise<void> {
  await db().transaction(async (tx) => {
    const person = await lockProven(tx, own)
    const [removed] = await tx.delete(passkeys).where(isOwn(passkeyId, own)).returning()
    if (!removed) throw new Refused({ code: 'passkey-unknown' })
    await keepMail(tx, passkeyLetter('removed', { ...person, id: passkeyId, passkey: removed.name }))
  })
}

const isOwn = (passkeyId: string, { personId }: Own) =>
  and(eq(passkeys.id, passkeyId), eq(passkeys.personId, personId))
