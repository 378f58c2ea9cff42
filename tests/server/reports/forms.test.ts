import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../../db/client'
import { attempts, auditEntries, reports } from '../../../db/schema'
import { renameDossier } from '../../../server/dossier/change-dossier'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { freshDatabase, whileAway } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { aDossier, displaced } from '../dossier/dossier-world'
import { aForm, header, openForms } from './forms'

await freshDatabase()
const room = await aNewsroom()
const claim = aClaim()
const { number, path: claimPath } = await published(room, claim)
const { get, post, send, report } = await openForms()
const path = `/c/${number}/report`
const desk = `/desks/${room.desk.slug}`
const { dossierId, add } = await aDossier(room, 'Karsell dam breach')
await add(aClaim({ figure: displaced(517) }))
const { number: dossier } = await publishDossier({ member: room.editor, dossierId })

// All tests come from one network.
beforeEach(() => db().delete(attempts))

test('a claim, an article, a dossier and a desk each have a form, without script, cookie or way into an index', async () => {
  const articlePath = '/a/1/report'
  for (const [at, title] of [
    [path, 'Report an error'],
    [articlePath, 'Report an error'],
    [`/d/${dossier}/report`, 'Report an error'],
    [`${desk}/report`, 'Report an error'],
    [`${desk}/suggest`, 'Suggest a claim to check'],
  ] as const) {
    const page = await get(at)
    expect(page.status).toBe(200)
    expect(page.body).toContain(`<h1>${title}</h1>`)
    expect(page.body).not.toContain('<script')
    expect(header(page, 'set-cookie')).toBeUndefined()
    expect(header(page, 'x-robots-tag')).toContain('noindex')
    const policy = header(page, 'content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
  }
  expect((await get(path)).body).toContain(`href="${claimPath}"`)
})

test('there is no form where nothing is published, and no desk', async () => {
  for (const at of [
    '/c/999/report',
    '/a/999/report',
    '/d/999/report',
    '/desks/no-such-desk/report',
    '/desks/no-such/suggest',
  ]) {
    expect((await get(at)).status).toBe(404)
    expect((await send(at, { text: 'Wrong.' })).status).toBe(404)
  }
})

test('what is sent is kept with what it is about, and leads to an address of its own', async () => {
  const address = await report(path, { text: 'It was\r\n1988.', link: 'https://acts.example/', name: 'Ines' })
  expect(address).toMatch(/^\/reports\/[\w-]{43}$/)
  const secret = address.split('/').at(-1) ?? ''
  const [kept] = await db().select().from(reports).where(eq(reports.text, 'It was\n1988.'))
  expect(kept).toMatchObject({
    ...{ deskId: room.desk.id, kind: 'error', claimId: claim.id, articleId: room.article.id },
    ...{ number, version: 1, link: 'https://acts.example/', name: 'Ines', email: '' },
  })
  expect(JSON.stringify(kept)).not.toContain(secret)
  expect(JSON.stringify(kept)).not.toContain('127.0.0.1')
  const [entry] = await db().select().from(auditEntries).where(eq(auditEntries.act, 'report errors'))
  expect(entry).toMatchObject({ deskId: room.desk.id, memberId: null, things: { id: kept?.id } })
})

test('a report from a dossier is kept with the version that was read, and its sender comes back to it', async () => {
  const form = `/d/${dossier}/report`
  const shown = (await get(form)).body
  expect(shown).toContain(`href="/d/${dossier}-karsell-dam-breach"><bdi>Karsell dam breach</bdi>`)
  expect(shown).toContain('what is wrong in a dossier')
  expect(shown).not.toContain('Which check')
  const tracking = await report(form, { text: 'It was 571.' })
  const [kept] = await db().select().from(reports).where(eq(reports.text, 'It was 571.'))
  expect(kept).toMatchObject({
    ...{ deskId: room.desk.id, kind: 'error', dossierId, version: 1 },
    ...{ articleId: null, claimId: null, number: null },
  })
  await renameDossier({ member: room.author, dossierId, name: 'The upper dam' })
  expect((await get(tracking)).body).toContain('<bdi>Karsell dam breach</bdi>')
  await publishDossier({ member: room.editor, dossierId })
  expect((await get(tracking)).body).toContain(`href="/d/${dossier}-the-upper-dam"><bdi>The upper dam</bdi>`)
})

test('its sender sees that it was received, and what they wrote', async () => {
  const page = await get(await report(path, { text: 'The year is wrong.' }))
  expect(page.status).toBe(200)
  expect(page.body).toContain('<b>Received.</b>')
  expect(page.body).toContain('The year is wrong.')
  expect(page.body).toContain(claim.statement)
  expect(header(page, 'x-robots-tag')).toContain('noindex')
  expect(header(page, 'referrer-policy')).toBe('no-referrer')
})

test('a suggestion says what was said and where', async () => {
  const fields = { text: 'Crime has doubled.', place: 'The mayor, on the radio' }
  const page = await get(await report(`${desk}/suggest`, fields))
  expect(page.body).toContain('Your suggestion')
  for (const words of Object.values(fields)) expect(page.body).toContain(words)
})

test('an address that leads nowhere says so, and too many of them are not looked at', async () => {
  const unknown = await get(`/reports/${'x'.repeat(43)}`)
  expect(unknown.status).toBe(404)
  for (const secret of ['', 'short', '%00']) expect(await get(`/reports/${secret}`)).toEqual(unknown)
  for (let tries = 0; tries < 30; tries += 1) await get('/reports/nothing')
  expect((await get(`/reports/${'x'.repeat(43)}`)).status).toBe(429)
})

test('each field that cannot be taken says why, and all of them keep what was typed', async () => {
  const fields = { text: '', link: 'javascript:alert(1)', name: 'Ines <i>', email: 'ines', place: '' }
  const answer = await send(path, fields)
  expect(answer.status).toBe(422)
  for (const sentence of [
    'Say what is wrong.',
    'A link begins with https:// or http://.',
    'This is not an e-mail address.',
    '3 fields need another look.',
  ])
    expect(answer.body).toContain(sentence)
  for (const words of ['javascript:alert(1)', 'Ines &lt;i&gt;', 'value="ines"'])
    expect(answer.body).toContain(words)
  expect(answer.body.match(/aria-invalid="true"/g)).toHaveLength(3)
})

test('what is too long is told with the words still there; what is larger than any form is not read', async () => {
  const long = await send(path, { text: `${'é'.repeat(5_000)} the end` })
  expect(long.status).toBe(422)
  expect(long.body).toContain('There is room for 5,000 letters.')
  expect(long.body).toContain('the end</textarea>')
  const huge = await send(path, { text: 'x'.repeat(300_000) })
  expect(huge.status).toBe(413)
  expect(huge.body).toContain('Shorten it')
})

test('what a reader types is text, and never markup', async () => {
  const text = '</textarea><script>alert(1)</script><img src=x onerror=alert(1)>'
  for (const page of [await send(path, { text, email: 'no' }), await get(await report(path, { text }))]) {
    expect(page.body).not.toContain('<script')
    expect(page.body).not.toContain('<img')
    expect(page.body).toContain('&lt;script&gt;')
  }
})

test('characters that control are left out: line breaks stay', async () => {
  await report(path, { text: 'one\0\u0007\u202etwo\nthree\u2066', name: 'I\r\nnes' })
  const [kept] = await db().select().from(reports).where(eq(reports.text, 'onetwo\nthree'))
  expect(kept).toMatchObject({ name: 'I\nnes' })
})

test('what comes from a page of somebody else is not taken, and its words are not shown', async () => {
  const before = await db().$count(reports)
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of elsewhere) {
    const answer = await send(path, { text: 'Buy this' }, headers)
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('This was sent from another site')
    expect(answer.body).not.toContain('Buy this')
  }
  expect(await db().$count(reports)).toBe(before)
})

test('the field that people do not see must stay empty', async () => {
  const answer = await send(path, { text: 'Wrong.', website: 'https://pills.example' })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('The last field must stay empty.')
  expect(answer.body).toContain('Wrong.</textarea>')
})

test('a form is taken neither at once nor a day later, and the words stay for another try', async () => {
  const fields = { text: 'The year is wrong.' }
  const early = await post(path, { ...fields, form: await aForm(path, 0) })
  expect(early.body).toContain('Wait a few seconds')
  const late = await post(path, { ...fields, form: await aForm(path, 25 * 60 * 60) })
  expect(late.body).toContain('This form was open for long.')
  for (const answer of [early, late]) {
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('The year is wrong.</textarea>')
  }
})

test('a form that we did not hand out for this page is not taken', async () => {
  const form = await aForm(path)
  const later = form.replace(/\.\d+\./, `.${Date.now() - 4_000}.`)
  for (const wrong of ['', 'x', later, `${form}x`, await aForm('/c/2/report')])
    expect((await post(path, { text: 'Wrong.', form: wrong })).status).toBe(422)
})

test('a form sent again with the same words leads to the same address, with others to none', async () => {
  const [form, text] = [await aForm(path), 'Sent twice.']
  const answers = await Promise.all([post(path, { form, text }), post(path, { form, text })])
  const again = await post(path, { form, text })
  const [address, ...others] = [...answers, again].map((answer) => header(answer, 'location'))
  expect(address).toMatch(/^\/reports\//)
  expect(others).toEqual([address, address])
  expect(await db().$count(reports, eq(reports.text, text))).toBe(1)
  const replayed = await post(path, { form, text: 'Sent with a used form.' })
  expect(replayed.status).toBe(422)
  expect(replayed.body).toContain('This form has been sent with other words before.')
  const [, fresh = ''] = /name="form" value="([^"]+)"/.exec(replayed.body) ?? []
  expect(fresh).not.toBe(form)
})

test('a network that sends too much is told to wait, and loses nothing', async () => {
  for (let sent = 0; sent < 10; sent += 1) await report(path, { text: `Number ${sent}` })
  const answer = await send(path, { text: 'One more' })
  expect(answer.status).toBe(429)
  expect(answer.body).toContain('Too much came from your network.')
  expect(answer.body).toContain('One more</textarea>')
})

test('while the database is away, the words stay in the form and it is told when to come again', async () => {
  const form = await aForm(path)
  const answers = await whileAway(async () => [
    await post(path, { form, text: 'Kept all the same.' }),
    await get(path),
  ])
  for (const answer of answers) {
    expect(answer.status).toBe(503)
    expect(header(answer, 'retry-after')).toBe('30')
    expect(answer.body).toContain('We cannot take this now.')
  }
  const [sent] = answers
  expect(sent?.body).toContain('Kept all the same.</textarea>')
  expect((await post(path, { form, text: 'Kept all the same.' })).status).toBe(303)
})

test('nothing but reading and sending is answered', async () => {
  expect((await get(path)).status).toBe(200)
  const tracked = await report(path, { text: 'Wrong.' })
  expect((await post(tracked, {})).status).toBe(405)
})
