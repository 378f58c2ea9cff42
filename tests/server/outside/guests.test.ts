import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { auditEntries, guestLinks, members } from '../../../db/schema'
import { removeArticle } from '../../../server/deleted/remove-article'
import { readGuests } from '../../../server/guest/read-guests'
import { serveGuest } from '../../../server/guest/serve-guest'
import { withdrawGuestLink } from '../../../server/guest/withdraw-link'
import { limitArticle } from '../../../server/limit/change-limit'
import { removeMember } from '../../../server/member/manage-member'
import { readNotices } from '../../../server/notice/read-notices'
import { withdraw } from '../../../server/review/withdraw'
import { freshDatabase } from '../../database'
import { onDesk, refusalOf } from '../../newsroom'
import { faultsIn } from '../../validate-html'
import { answerOf } from '../rights/ask'
import { aDeskThatClears } from './newsroom'

const db = await freshDatabase()
const log = pino({ level: 'silent' })
const server = createServer((request, response) => {
  if (!serveGuest(request, response, log)) response.writeHead(418).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.

const get = async (secret: string) => answerOf(await fetch(`http://127.0.0.1:${port}/guest/${secret}`))
const post = async (secret: string, fields: Record<string, string>) =>
  answerOf(
    await fetch(`http://127.0.0.1:${port}/guest/${secret}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
    }),
  )
const nowhere = () => get('x'.repeat(43))
const header = (answer: { headers: [string, string][] }, name: string) =>
  answer.headers.find(([key]) => key === name)?.[1]

test('a guest reads the frozen words and nothing else of the desk', async () => {
  const { link, edit, claim, desk, lena, ruth } = await aDeskThatClears()
  const { secret } = await link()
  await edit('Nobody outside reads this:')
  const page = await get(secret)
  expect(page.status).toBe(200)
  for (const words of [claim.statement, claim.selectors.quote.exact, desk.name, 'Is this defamatory?'])
    expect(page.body).toContain(words)
  for (const words of ['Nobody outside reads this', lena.name, ruth.name, '<script', '/desk/'])
    expect(page.body).not.toContain(words)
})

test('its address is told to nobody: not kept, not indexed, no cookie', async () => {
  const page = await get((await (await aDeskThatClears()).link()).secret)
  expect(header(page, 'referrer-policy')).toBe('no-referrer')
  expect(header(page, 'cache-control')).toBe('no-store')
  expect(header(page, 'x-robots-tag')).toContain('noindex')
  expect(header(page, 'set-cookie')).toBeUndefined()
  expect(header(page, 'content-security-policy')).toContain("default-src 'none'")
})

test('of the secret only its hash is kept', async () => {
  const { link } = await aDeskThatClears()
  const { id, secret } = await link()
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  const [row] = await db.select().from(guestLinks).where(eq(guestLinks.id, id))
  expect(JSON.stringify(row)).not.toContain(secret)
})

test('links that are unknown, ran out or were withdrawn are answered byte for byte the same', async () => {
  const { link, ruth } = await aDeskThatClears()
  const [old, withdrawn] = [await link({ days: 1 }), await link()]
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local proofroom.may_remove = 'on'`)
    await tx.update(guestLinks).set({ expiresAt: new Date() }).where(eq(guestLinks.id, old.id))
  })
  await withdrawGuestLink({ member: ruth, linkId: withdrawn.id })
  const unknown = await nowhere()
  expect(unknown.status).toBe(404)
  expect(unknown.body).toContain('This link does not lead anywhere any more')
  for (const secret of [old.secret, withdrawn.secret, 'short', '']) {
    expect(await get(secret)).toEqual(unknown)
    expect(await post(secret, { act: 'comment', text: 'Hello?' })).toEqual(unknown)
  }
})

test('a link dies with its article, its maker’s leave and a limit that shuts the maker out', async () => {
  const [deleted, left, limited] = [await aDeskThatClears(), await aDeskThatClears(), await aDeskThatClears()]
  const secrets = [await deleted.link(), await left.link(), await limited.link()]
  await withdraw({ member: deleted.lena, submissionId: deleted.submissionId })
  await removeArticle({ member: deleted.ruth, articleId: deleted.room.articleId })
  await removeMember({ deskId: left.desk.id, memberId: left.ruth.id })
  const { lena, room } = limited
  await limitArticle({ member: lena, articleId: room.articleId, was: null, members: [lena.id] })
  for (const { secret } of secrets) expect(await get(secret)).toEqual(await nowhere())
})

test('a link of somebody who is no editor any more leads nowhere', async () => {
  const { link, ruth } = await aDeskThatClears()
  const { secret } = await link()
  await db.update(members).set({ role: 'reviewer' }).where(eq(members.id, ruth.id))
  expect(await get(secret)).toEqual(await nowhere())
})

test('what a guest says is read on the desk, and the editor who made the link is told', async () => {
  const { link, claim, lena, ruth, desk } = await aDeskThatClears()
  const { id, secret } = await link()
  const sent = await post(secret, { act: 'comment', text: 'Call it\r\nalleged.' })
  expect(sent.status).toBe(303)
  expect(header(sent, 'location')).toBe(`/guest/${secret}`)
  const { comments } = await readGuests(claim.id, lena)
  expect(comments).toMatchObject([{ linkId: id, name: 'Dr Weiss', text: 'Call it\nalleged.' }])
  expect((await get(secret)).body).toContain('Call it\nalleged.')
  const [notice] = (await readNotices(ruth, null)).notices
  expect(notice).toMatchObject({ kind: 'guest-commented', by: { name: 'Dr Weiss' } })
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.way, 'guest comment'))
  expect(entry).toMatchObject({ deskId: desk.id, memberId: null, things: { linkId: id } })
})

test('another guest of the same submission does not read it', async () => {
  const { link } = await aDeskThatClears()
  const [weiss, other] = [await link(), await link({ name: 'Prof Lindt' })]
  await post(weiss.secret, { act: 'comment', text: 'Between us.' })
  expect((await get(other.secret)).body).not.toContain('Between us.')
})

test('what is too long stays in its field with the reason', async () => {
  const { link, claim, lena } = await aDeskThatClears()
  const { secret } = await link()
  const answer = await post(secret, { act: 'comment', text: `${'é'.repeat(10_001)} the end` })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('There is room for 10,000 letters.')
  expect(answer.body).toContain('the end</textarea>')
  expect((await readGuests(claim.id, lena)).comments).toEqual([])
})

test('what a guest types is text, and never markup', async () => {
  const { link } = await aDeskThatClears()
  const { secret } = await link({ name: '<b>Dr</b>' })
  await post(secret, { act: 'comment', text: '</p><img src=x onerror=alert(1)>' })
  const { body } = await get(secret)
  expect(body).not.toContain('<img')
  expect(body).not.toContain('<b>Dr</b>')
})

test('a guest gives the clearance that the link was made for, and the claim can be approved', async () => {
  const { approve, link, require, hash, ruth } = await aDeskThatClears()
  const { secret } = await link({ clearanceId: await require(null) })
  expect(await refusalOf(approve())).toBe('clearance-missing')
  expect((await post(secret, { act: 'given', text: '', hash: await hash() })).status).toBe(303)
  expect((await get(secret)).body).toContain('You gave it on')
  expect((await readNotices(ruth, null)).notices.map(({ kind }) => kind)).toContain('clearance-answered')
  expect((await approve()).publication).not.toBeNull()
})

test('a guest refuses with a reason', async () => {
  const { approve, link, require, hash } = await aDeskThatClears()
  const { secret } = await link({ clearanceId: await require(null) })
  expect((await post(secret, { act: 'refused', text: ' ', hash: await hash() })).status).toBe(422)
  await post(secret, { act: 'refused', text: 'The name must go.', hash: await hash() })
  expect(await refusalOf(approve())).toBe('clearance-refused')
})

test('a link that was made to read clears nothing', async () => {
  const { approve, link, require, hash } = await aDeskThatClears()
  await require(null)
  const answer = await post((await link()).secret, { act: 'given', text: '', hash: await hash() })
  expect(answer.status).toBe(422)
  expect(await refusalOf(approve())).toBe('clearance-missing')
})

test('a guest clears nothing but the words on their page', async () => {
  const { link, require } = await aDeskThatClears()
  const { secret } = await link({ clearanceId: await require(null) })
  const answer = await post(secret, { act: 'given', text: '', hash: '0'.repeat(64) })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('The words are not those you had before you.')
})

test('a superseded submission says so and is cleared no more', async () => {
  const { link, require, hash, edit, ask } = await aDeskThatClears()
  const { secret } = await link({ clearanceId: await require(null) })
  const seen = await hash()
  await edit('Perhaps')
  await ask()
  const page = await get(secret)
  expect(page.body).toContain('What you see is not the newest state of it.')
  expect(page.body).not.toContain('Give the clearance')
  expect((await post(secret, { act: 'given', text: '', hash: seen })).status).toBe(422)
})

test('the page says what became of the submission', async () => {
  const [published, returned, taken] = [
    await aDeskThatClears(),
    await aDeskThatClears(),
    await aDeskThatClears(),
  ]
  const links = [await published.link(), await returned.link(), await taken.link()]
  await published.approve()
  await returned.approve({ decision: 'returned', note: 'Name the source.' })
  await withdraw({ member: taken.lena, submissionId: taken.submissionId })
  const said = await Promise.all(links.map(async ({ secret }) => (await get(secret)).body))
  expect(said[0]).toContain('This check was published, as version 1.')
  expect(said[1]).toContain('The check went back to its authors.')
  expect(said[2]).toContain('The check was taken back')
})

test('each opening counts, for members to see', async () => {
  const { link, claim, lena } = await aDeskThatClears()
  const { secret } = await link()
  expect((await readGuests(claim.id, lena)).links[0]).toMatchObject({ visits: 0, lastVisitAt: null })
  await get(secret)
  await get(secret)
  const [seen] = (await readGuests(claim.id, lena)).links
  expect(seen?.visits).toBe(2)
  expect(seen?.lastVisitAt).toBeInstanceOf(Date)
})

test('nobody makes a link to an article that they may not open, or for a clearance of another claim', async () => {
  const { link, lena, ruth, room, desk, require } = await aDeskThatClears()
  const elsewhere = await (await aDeskThatClears()).require(null)
  expect(await refusalOf(link({ clearanceId: elsewhere }))).toBe('clearance-unknown')
  expect(await refusalOf(link({ clearanceId: await require(lena.id) }))).toBe('clearance-of-member')
  await limitArticle({ member: ruth, articleId: room.articleId, was: null, members: [ruth.id] })
  expect(await refusalOf(link({ member: await onDesk('editor', desk) }))).toBe('submission-unknown')
})

test('a guest’s page, and the one of a link that leads nowhere, are valid HTML', async () => {
  const { secret } = await (await aDeskThatClears()).link()
  for (const { body } of [
    await get(secret),
    await post(secret, { act: 'comment', text: '' }),
    await nowhere(),
  ])
    expect(await faultsIn(body)).toEqual([])
})

test('who tries many addresses is not answered for a while, whatever they name', async () => {
  const { link } = await aDeskThatClears()
  const { secret } = await link()
  for (let tries = 0; tries < 30; tries += 1) await nowhere()
  const answer = await get(secret)
  expect(answer.status).toBe(429)
  expect(await nowhere()).toEqual(answer)
})
