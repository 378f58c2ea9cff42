import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { desks, sessions } from '../../../db/schema'
import type { Proof } from './proof'

/** Whether a desk asks its editors who they are, and when the one of a session last showed it. */
export async function readProof(deskId: string, sessionId: string): Promise<Proof> {
  const [desk] = await db()
    .select({ isAsked: desks.editorsProveIdentity })
    .from(desks)
    .where(eq(desks.id, deskId))
  if (!desk?.isAsked) return { isAsked: false, provedAt: null }
  const [session] = await db()
    .select({ provedAt: sessions.provedAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
  return { isAsked: true, provedAt: session?.provedAt ?? null }
}
