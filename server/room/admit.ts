import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, not } from 'drizzle-orm'
import { v4 as random } from 'uuid'
import { z } from 'zod'
import { db } from '../../db/client'
import { articles, desks, members, rooms } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import { type Member, may } from '../member/member'
import { type Person, readMemberById, readPerson } from '../member/read-member'
import { readKey } from '../read-key'
import { type Refusal, Refused, refuseIf } from '../refusal'
import { lacksFactor } from '../session/factor/read-factor'
import { documentOf } from './doc/room-doc'
import { keepStay } from './stay/keep-stay'

const lifetime = 60_000

const passShape = z.object({
  document: z.string(),
  memberId: z.uuid(),
  sessionId: z.uuid(),
  /** A pass from before a restore admits nobody to what was restored. */
  lineage: z.uuid(),
  until: z.number(),
})
type Pass = z.infer<typeof passShape>

/** Who a pass admits, and to what. */
type Admitted = { member: Member; sessionId: string; articleId: string; mayEdit: boolean }

/**
 * Makes a pass that admits a member to an article's room for one minute; it holds only while the session lives.
 * Refuses an article of another desk as if it were not there, one that is deleted, and whoever brings words of another
 * lineage: they are from before a restore and must not come in by themselves.
 */
export async function makePass(asked: {
  member: Member
  sessionId: string
  articleId: string
  lineage?: string | undefined
}): Promise<{ document: string; token: string }> {
  const { member, sessionId, articleId } = asked
  refuseIf(whyNotEnter(member))
  await keepStay(member, articleId, { staysOn: true })
  const document = documentOf(articleId)
  const lineage = await lineageOf(articleId)
  if (asked.lineage && asked.lineage !== lineage)
    throw new Refused({ code: 'room-restored', values: { lineage } })
  const pass: Pass = { document, memberId: member.id, sessionId, lineage, until: Date.now() + lifetime }
  return { document, token: await signed(pass) }
}

/** Lets a member read what lies in an article's room, and keeps that they did; refuses whoever gets no pass into it. */
export async function lookIn(member: Member, articleId: string): Promise<void> {
  refuseIf(whyNotEnter(member))
  await keepStay(member, articleId, { staysOn: false })
}

const whyNotEnter = (member: Member): Refusal | null =>
  may(member, 'enter rooms') ? null : { code: 'article-unknown' }

/** The lineage of an article's room, which is made where there is none: only a restore changes it. */
export async function lineageOf(articleId: string): Promise<string> {
  const known = await readLineage(articleId)
  if (known) return known
  const document = documentOf(articleId)
  await db().insert(rooms).values({ document, articleId, lineage: random() }).onConflictDoNothing()
  return lineageOf(articleId)
}

async function readLineage(articleId: string): Promise<string | null> {
  const ofArticle = eq(rooms.articleId, articleId)
  const [room] = await db().select({ lineage: rooms.lineage }).from(rooms).where(ofArticle)
  return room?.lineage ?? null
}

/** What a pass says when we made it, for this document, and it still holds; nothing is read from tables yet. */
async function readPass(token: string, document: string): Promise<Pass | null> {
  const pass = await openPass(token)
  return pass && pass.document === document && pass.until > Date.now() ? pass : null
}

async function openPass(token: string): Promise<Pass | null> {
  const [content = '', signature = ''] = token.split('.')
  if (!isEqual(signature, await signatureOf(content))) return null
  // Whatever carries our signature was written by `signed`.
  return passShape.parse(JSON.parse(Buffer.from(content, 'base64url').toString()))
}

/** Whose live session a pass of ours was made on, also one that holds no more or for another room. */
export async function readOwner(token: string): Promise<Person | null> {
  const pass = await openPass(token)
  return pass && readPerson(pass.sessionId)
}

/** Whom a pass admits; null, without saying why, when it does not hold or its member may not enter any more. */
export async function checkPass(token: string, document: string): Promise<Admitted | null> {
  const pass = await readPass(token, document)
  return pass && admit(pass)
}

/** Whether a member on a session may be in a room at this moment, and as what; of one lineage, where it is named. */
export async function admit(
  asked: Omit<Pass, 'until' | 'lineage'> & { lineage?: string },
): Promise<Admitted | null> {
  const [person, member] = await Promise.all([readPerson(asked.sessionId), readMemberById(asked.memberId)])
  if (!person || !member || member.personId !== person.id || !may(member, 'enter rooms')) return null
  const [room] = await db()
    .select({ articleId: articles.id, lineage: rooms.lineage })
    .from(rooms)
    .innerJoin(articles, eq(articles.id, rooms.articleId))
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .innerJoin(members, and(eq(members.deskId, desks.id), eq(members.id, member.id)))
    .where(and(eq(rooms.document, asked.document), isThere(articles.id, member.id), not(lacksFactor)))
  if (!room || (asked.lineage && asked.lineage !== room.lineage)) return null
  return { member, sessionId: asked.sessionId, articleId: room.articleId, mayEdit: may(member, 'edit rooms') }
}

async function signed(pass: Pass): Promise<string> {
  const content = Buffer.from(JSON.stringify(pass)).toString('base64url')
  return `${content}.${await signatureOf(content)}`
}

async function signatureOf(content: string): Promise<string> {
  return createHmac('sha256', await readKey('pass'))
    .update(content)
    .digest('base64url')
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
