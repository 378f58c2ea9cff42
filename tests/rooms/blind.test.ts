import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { claims, roomStays, secondVerdicts } from '../../db/schema'
import type { Member } from '../../server/member/member'
import { makePass } from '../../server/room/admit'
import { askSecond } from '../../server/second-verdict/ask-second'
import { freshDatabase } from '../database'
import { aDesk, anArticle, onDesk, refusalOf } from '../newsroom'
import { aRoomServer, enter, open, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'

const db = await freshDatabase()
const server = await aRoomServer()
const desk = await aDesk({ secondVerdicts: 'asked' })
const [lena, idris, ruth] = [
  await onDesk('reviewer', desk),
  await onDesk('reviewer', desk),
  await onDesk('editor', desk),
]

async function markIn(articleId: string): Promise<string> {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const claimId = mark(browser.doc)
  await browser.kept()
  const isListed = async () => (await db.$count(claims, eq(claims.id, claimId))) === 1
  await until(isListed, 'the claim in the list')
  browser.leave()
  return claimId
}

const stayOf = async (member: Member, articleId: string) => {
  const own = and(eq(roomStays.articleId, articleId), eq(roomStays.memberId, member.id))
  return (await db.select().from(roomStays).where(own))[0]
}

const ask = (claimId: string) => askSecond({ member: ruth, id: uuid(), claimId, of: idris.id })

test('a pass from before opens no room to whoever judges blind, and shows nothing of it', async () => {
  const { id: articleId } = await anArticle(lena)
  const claimId = await markIn(articleId)
  const { sessionId } = await signedIn(idris)
  const { token } = await makePass({ member: idris, sessionId, articleId })
  // As a row: the act finds that somebody with a pass may be inside.
  expect(await refusalOf(ask(claimId))).toBe('second-verdict-seen')
  const asked = { claimId, articleId, deskId: desk.id, askedOf: idris.id, askedBy: ruth.id }
  await db.insert(secondVerdicts).values({ id: uuid(), ...asked })
  const browser = open({ server, articleId, askForPass: async () => token })
  await until(() => browser.closed.length > 0, 'the connection to end')
  expect(hasClaim(browser.doc, claimId)).toBe(false)
  expect(browser.news).toEqual([])
})

test('who left before a claim was marked can be asked about it, who stayed cannot', async () => {
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(idris), articleId })
  const during = await markIn(articleId)
  browser.leave()
  await until(async () => (await stayOf(idris, articleId))?.until !== null, 'the stay to end')
  const after = await markIn(articleId)
  expect(await refusalOf(ask(during))).toBe('second-verdict-seen')
  await ask(after)
})
