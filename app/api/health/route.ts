import { createCaller } from '../../../server/router'

export const dynamic = 'force-dynamic'

/** For watchers: 200 while this process reaches its database, 503 while it does not. */
export async function GET(): Promise<Response> {
  try {
    await createCaller({ person: null }).member.needsSetUp()
    return Response.json({ ok: true })
  } catch {
    // The reason is in the pool's log; a watcher needs only the answer.
    return Response.json({ ok: false }, { status: 503 })
  }
}
