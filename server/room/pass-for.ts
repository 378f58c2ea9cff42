import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../../db/client'
import { articles, desks } from '../../db/schema'
import { readMemberByEmail } from '../member/read-member'
import { Refused } from '../refusal'
import { programSeconds } from '../session/session'
import { startSession } from '../session/sign-in'
import { makePass } from './admit'

/** A pass for the member with this e-mail, on a session of its own; for the operator, who needs no password. */
export async function passFor(asked: {
  articleId: string
  email: string
}): Promise<{ document: string; token: string }> {
  const articleId = z.uuid().safeParse(asked.articleId)
  if (!articleId.success) throw new Refused({ code: 'article-unknown' })
  const [article] = await db()
    .select({ id: articles.id, slug: desks.slug })
    .from(articles)
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .where(eq(articles.id, articleId.data))
  const member = article ? await readMemberByEmail(article.slug, asked.email) : null
  if (!article || !member) throw new Refused({ code: 'article-unknown' })
  const sessionId = await startSession(member.personId, db(), programSeconds)
  return makePass({ member, sessionId, articleId: article.id })
}
