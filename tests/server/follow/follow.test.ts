import { eq, like, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { attempts, auditEntries, followers, follows, mails, reportBlocks } from '../../../db/schema'
import { endExpired } from '../../../server/follow/end-follow'
import { senderHash } from '../../../server/form/sign-form'
import { renderOutbox } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { header } from '../reports/forms'
import { linkIn, openFollows } from './following'

const db = await freshDatabase()
const room = await aNewsroom()
const { number } = await published(room, aClaim({ statement: 'The wall is older', topics: ['Walls'] }))
await renderOutbox()
const demo = await aNewsroom({ isDemo: true })
const ofDemo = await published(demo, aClaim({ topics: ['Invented'] }))
await renderOutbox()
const { get, send, ask, follow, mailsTo } = await openFollows()
const path = `/c/${number}/follow`
const desk = `/desks/${room.desk.slug}/follow`

// All tests come from one network.
beforeEach(() => db.delete(attempts))

test('a claim, an article, a topic and a desk lead to a form, without script, cookie or way into an index', async () => {
  const forms = { [path]: `/c/${number}`, '/a/1/follow': '/a/1', '/topics/walls/follow': '/topics/walls' }
  for (const [form, page] of Object.entries({ ...forms, [desk]: `/desks/${room.desk.slug}` })) {
    expect((await readPage(page))?.bytes.toString('utf8')).toContain(`href="${form}">Follow by mail</a>`)
    const answer = await get(form)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('<h1>Follow by mail</h1>')
    expect(answer.body).not.toContain('<script')
    expect(header(answer, 'set-cookie')).toBeUndefined()
    expect(header(answer, 'x-robots-tag')).toContain('noindex')
    expect(header(answer, 'content-security-policy')).toContain("default-src 'none'")
  }
})

test('nobody can follow what is not published, nor a demo, which sends no mail', async () => {
  const nothing = ['/c/999/follow', '/a/999/follow', '/desks/no-such/follow', '/topics/no-such/follow']
  const ofTheDemo = [`/c/${ofDemo.number}/follow`, `/desks/${demo.desk.slug}/follow`]
  for (const at of [...nothing, ...ofTheDemo, '/topics/invented/follow', '/topics/%ff/follow'])
    expect((await get(at)).status).toBe(404)
  const page = await readPage(`/c/${ofDemo.number}`)
  expect(page?.bytes.toString('utf8')).not.toContain('Follow by mail')
})

test('who asks gets one mail with a link; looking at the link confirms nothing, pressing does, once', async () => {
  const answer = await ask(path, 'Ines@Reader.example')
  expect([answer.status, header(answer, 'location')]).toEqual([303, `${path}/asked`])
  expect((await get(`${path}/asked`)).body).toContain('Look into your mail')
  const [mail = '', ...others] = await mailsTo('ines@reader.example')
  expect(others).toEqual([])
  expect(mail).toContain('asked us for mail about “The wall is older”')
  const link = linkIn(mail, 'confirm')
  for (const _ of [1, 2]) expect((await get(link)).body).toContain('Do you want to follow this?')
  expect(await confirmedOf('ines@reader.example')).toEqual([null])
  const pressed = await Promise.all([send(link, {}), send(link, {})])
  expect(pressed.map(({ status }) => status).toSorted()).toEqual([200, 404])
  expect(await confirmedOf('ines@reader.example')).toEqual([expect.any(Date)])
  for (const again of [await get(link), await send(link, {})]) expect(again.status).toBe(404)
})

test('no secret of a mail is kept once it is sent', async () => {
  await ask(path, 'secret@reader.example')
  const [mail = ''] = await mailsTo('secret@reader.example')
  const secret = linkIn(mail, 'confirm').split('/').at(-1) ?? ''
  const kept = JSON.stringify([await db.select().from(follows), await db.select().from(mails)])
  expect(kept).not.toContain(secret)
})

test('whoever asks for an address that follows already is answered the same; the address alone is told', async () => {
  await follow(path, 'known@reader.example')
  await db.delete(attempts)
  const known = await ask(path, 'known@reader.example')
  const unknown = await ask(path, 'unknown@reader.example')
  expect(known).toEqual(unknown)
  const [already = ''] = await mailsTo('known@reader.example')
  expect(already).toContain('You get that already')
  expect(already).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(await mailsTo('unknown@reader.example')).toHaveLength(1)
})

test('who presses twice gets one mail, and an address is asked ten times a day at most', async () => {
  for (const _ of [1, 2]) await ask(path, 'twice@reader.example')
  expect(await mailsTo('twice@reader.example')).toHaveLength(1)
  for (let times = 0; times < 9; times += 1) await ask(path, 'twice@reader.example')
  await db.update(follows).set({ askedAt: new Date(0) })
  await db.execute(sql`delete from attempts where key not like 'follow mails%'`)
  expect((await ask(path, 'twice@reader.example')).status).toBe(303)
  expect(await mailsTo('twice@reader.example')).toEqual([])
})

test('a form is taken from our own pages alone, from one in time, without what programs fill in', async () => {
  const before = await db.$count(followers)
  const email = 'form@reader.example'
  const elsewhere = await send(path, { email }, { origin: 'https://evil.example' })
  expect(elsewhere.status).toBe(403)
  expect(elsewhere.body).not.toContain(email)
  expect((await send(path, { email, form: 'made-up' })).body).toContain('This form was open for long')
  expect((await ask(path, email, { website: 'https://pills.example' })).status).toBe(422)
  expect((await ask(path, '')).body).toContain('Write your e-mail address.')
  const wrong = await ask(path, 'ines"><script>')
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('This is not an e-mail address.')
  expect(wrong.body).not.toContain('<script')
  expect((await ask(path, `${'x'.repeat(20_000)}@reader.example`)).status).toBe(413)
  expect(await db.$count(followers)).toBe(before)
})

test('a network that asks too often is told to wait, with its address still there', async () => {
  for (let times = 0; times < 10; times += 1) await ask(path, `${times}@many.example`)
  const answer = await ask(path, 'last@many.example')
  expect(answer.status).toBe(429)
  expect(answer.body).toContain('value="last@many.example"')
})

test('what is refused is kept in the audit of the desk, of a topic for the installation, once and without an address', async () => {
  for (let times = 0; times < 3; times += 1) await ask(path, 'pills@reader.example', { website: 'x' })
  await ask('/topics/walls/follow', 'pills@reader.example', { website: 'x' })
  for (let times = 0; times < 11; times += 1) await ask(path, `${times}@many.example`)
  const kept = await db.select().from(auditEntries).where(eq(auditEntries.act, 'follow by mail'))
  const told = kept.map(({ deskId, way, outcome }) => [deskId, way, outcome])
  expect(told).toEqual(
    expect.arrayContaining([
      [room.desk.id, 'follow', 'report-trap'],
      [null, 'follow', 'report-trap'],
      [room.desk.id, 'follow', 'report-too-often'],
    ]),
  )
  expect(new Set(told.map(String)).size).toBe(told.length)
  expect(JSON.stringify(kept)).not.toMatch(/reader\.example|many\.example/)
})

test('an address is asked ten times a day and no more, from however many networks', async () => {
  const { body } = await ask(path, 'flooded@reader.example')
  for (let times = 0; times < 14; times += 1) {
    await db.delete(attempts).where(like(attempts.key, 'follows:%'))
    const answer = await ask(times % 2 ? desk : '/a/1/follow', 'flooded@reader.example')
    // Whoever asks is told the same.
    expect([answer.status, answer.body]).toEqual([303, body])
    // As if each were asked anew after the pause between two mails.
    await db.update(follows).set({ askedAt: new Date(0) })
  }
  expect(await mailsTo('flooded@reader.example')).toHaveLength(10)
})

test('a network from which a desk takes no reports can follow it still: nobody there has to read it', async () => {
  await db.insert(reportBlocks).values({
    ...{ deskId: room.desk.id, senderHash: await senderHash('127.0.0.1'), blockedBy: room.editor.id },
  })
  expect((await ask(desk, 'blocked@reader.example')).status).toBe(303)
  expect(await mailsTo('blocked@reader.example')).toHaveLength(1)
})

test('an address that confirms nothing for three days is deleted with its mail, and its link is good no more', async () => {
  await ask(path, 'late@reader.example')
  const [mail = ''] = await mailsTo('late@reader.example')
  const link = linkIn(mail, 'confirm')
  const hours = (count: number) => new Date(Date.now() - count * 60 * 60_000)
  await db.update(follows).set({ askedAt: hours(71) })
  await endExpired(new Date())
  expect((await get(link)).status).toBe(200)
  await db.update(follows).set({ askedAt: hours(73) })
  expect((await get(link)).status).toBe(404)
  expect((await send(link, {})).status).toBe(404)
  await endExpired(new Date())
  expect(await confirmedOf('late@reader.example')).toEqual([])
  expect(await db.$count(mails, eq(mails.to, 'late@reader.example'))).toBe(0)
})

test('leaving one thing keeps the others; with the last one the address is nowhere any more', async () => {
  const email = 'leaver@reader.example'
  await follow(path, email)
  await follow(desk, email)
  await db.update(follows).set({ askedAt: new Date(0) })
  await ask(path, email)
  const [mail = ''] = await mailsTo(email)
  const leave = linkIn(mail, 'leave')
  const page = await get(leave)
  expect(page.body).toContain('Stop mail about “The wall is older”')
  expect(await confirmedOf(email)).toHaveLength(2)
  const [, first = ''] = /name="follow" value="([^"]+)"/.exec(page.body) ?? []
  expect((await send(leave, { follow: first })).body).not.toContain('Stop mail about “The wall is older”')
  expect(await confirmedOf(email)).toHaveLength(1)
  expect((await send(leave, {})).body).toContain('Your address is deleted.')
  expect(await confirmedOf(email)).toEqual([])
  expect(await db.$count(mails, eq(mails.to, email))).toBe(0)
  expect((await get(leave)).body).toContain('Your address is deleted.')
})

test('one follower cannot end what another follows, and a made-up link ends nothing', async () => {
  const [own, theirs] = ['own@reader.example', 'theirs@reader.example']
  await follow(path, own)
  await follow(path, theirs)
  await ask(path, own)
  const [mail = ''] = await mailsTo(own)
  const [other] = await db
    .select({ id: follows.id, followerId: follows.followerId })
    .from(follows)
    .innerJoin(followers, eq(followers.id, follows.followerId))
    .where(eq(followers.email, theirs))
  await send(linkIn(mail, 'leave'), { follow: other?.id ?? '' })
  const secret = linkIn(mail, 'leave').split('.').at(-1)
  expect((await send(`/follows/leave/${other?.followerId}.${secret}`, {})).status).toBe(404)
  expect(await confirmedOf(theirs)).toEqual([expect.any(Date)])
})

async function confirmedOf(email: string) {
  const rows = await db
    .select({ at: follows.confirmedAt })
    .from(follows)
    .innerJoin(followers, eq(followers.id, follows.followerId))
    .where(eq(followers.email, email))
  return rows.map(({ at }) => at)
}
