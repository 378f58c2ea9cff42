import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { articles, rooms } from '../../db/schema'
import { keepTurnedAway } from '../audit/keep-turned-away'
import { personOfCookie } from '../auth'
import { readOwner } from './admit'

type Shown = { token: string; document: string; cookie: string | undefined }

/** Keeps who was not let into a room by the pass they showed, where the cookie or the pass tells who that is. */
export async function keepRefusedPass({ token, document, cookie }: Shown): Promise<void> {
  const person = (cookie && (await personOfCookie(cookie))) || (await readOwner(token))
  if (!person) return
  const [room] = await db()
    .select({ deskId: articles.deskId })
    .from(rooms)
    .innerJoin(articles, eq(articles.id, rooms.articleId))
    .where(eq(rooms.document, document))
  const asked = { act: 'enter rooms', way: 'room socket', code: 'article-unknown' } as const
  await keepTurnedAway({ ...asked, personId: person.id, deskId: room?.deskId ?? null })
}
