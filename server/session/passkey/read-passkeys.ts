import { asc, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { passkeys } from '../../../db/schema'
import { settings } from '../../env'
import { type Passkey, passkeysAt } from './passkey'

/** A person's passkeys, the oldest first, and the origin at which they work. */
export async function readPasskeys(personId: string): Promise<{ at: string | null; passkeys: Passkey[] }> {
  const rows = await db()
    .select({
      id: passkeys.id,
      name: passkeys.name,
      isBackedUp: passkeys.isBackedUp,
      addedAt: passkeys.addedAt,
      usedAt: passkeys.usedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.addedAt))
  return { at: passkeysAt(settings().publicOrigin), passkeys: rows }
}
