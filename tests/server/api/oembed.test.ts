import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { GET } from '../../../app/(public)/oembed/route'
import { closeDatabase, openDatabase } from '../../../db/client'
import { renderOutbox } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { databaseUrl, freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { serving } from './serving'

process.env.PUBLIC_ORIGIN = 'https://checks.meridian.example'
const origin = process.env.PUBLIC_ORIGIN
await freshDatabase()
const address = await serving(GET)
const room = await aNewsroom()
const claim = aClaim({ statement: 'The <largest> & "best"' })
const { number, path } = await published(room, claim)

const ask = (asked: Record<string, string>) => fetch(`${address}/oembed?${new URLSearchParams(asked)}`)

/** What the page of a claim says that programs may read instead, by media type. */
async function alternates() {
  await renderOutbox()
  const page = await readPage(`/c/${number}`)
  const { document } = parseHTML(page?.bytes.toString('utf8') ?? '')
  const links = [...document.querySelectorAll('link[rel=alternate]')]
  return new Map(links.map((link) => [link.getAttribute('type'), link.getAttribute('href') ?? '']))
}

test('the page of a claim leads to its frame, and to what programs read', async () => {
  const found = await alternates()
  expect(found.get('application/json')).toBe(`/api/v1/claims/${number}`)
  const discovered = new URL(found.get('application/json+oembed') ?? '')
  expect(discovered.origin).toBe(origin)
  const answer = await fetch(address + discovered.pathname + discovered.search)
  const described = await answer.json()
  expect(described).toMatchObject({
    ...{ version: '1.0', type: 'rich', width: 600, height: 320, provider_url: origin },
    title: expect.stringContaining('The <largest> & "best": Misleading'),
  })
  const { document } = parseHTML(described.html)
  const frame = document.querySelector('iframe')
  expect(frame?.getAttribute('src')).toBe(`${origin}/embed/c/${number}`)
  expect(frame?.getAttribute('width')).toBe('600')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('in XML it says the same, whatever was typed', async () => {
  const found = new URL((await alternates()).get('text/xml+oembed') ?? '')
  const answer = await fetch(address + found.pathname + found.search)
  expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  const xml = await answer.text()
  const [, title = ''] = /<title>(.*?)<\/title>/.exec(xml) ?? []
  expect(title).toContain('The &lt;largest&gt; &amp; "best"')
  expect(xml).toContain(`&lt;iframe src="${origin}/embed/c/${number}"`)
})

test('a frame is as small as is asked', async () => {
  const url = origin + path
  const described = await (await ask({ url, maxwidth: '320', maxheight: '200' })).json()
  expect(described).toMatchObject({ width: 320, height: 200, html: expect.stringContaining('width="320"') })
  expect((await ask({ url, maxwidth: '-1' })).status).toBe(400)
})

test.each(['/c/1', '/c/1-old-words', '/c/1/v/1', '/embed/c/1'])('%s leads to the claim, too', async (at) => {
  expect((await (await ask({ url: origin + at })).json()).html).toContain('/embed/c/1"')
})

test.each([
  ['another host', { url: 'https://elsewhere.example/c/1' }, 404],
  ['another page', { url: `${origin}/latest` }, 404],
  ['a claim that is not there', { url: `${origin}/c/999` }, 404],
  ['no address', { url: 'c/1' }, 400],
  ['nothing', {}, 400],
  ['another format', { url: `${origin}/c/1`, format: 'yaml' }, 501],
])('%s is refused with a sentence', async (_, asked, status) => {
  const answer = await ask(asked as Record<string, string>)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ status, detail: expect.stringMatching(/\.$/) })
})

test('a correction is told at once, a retraction too, and a demo says that it is one', async () => {
  const title = async (of: number) => (await (await ask({ url: `${origin}/c/${of}` })).json()).title
  await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'We had it wrong.' },
  )
  expect(await title(number)).toContain(': True')
  await published(room, claim, { kind: 'retraction', publicNote: 'No.' })
  expect(await title(number)).toContain(': Retracted')
  const demo = await published(await aNewsroom({ isDemo: true }), aClaim())
  expect(await title(demo.number)).toContain('This is a demo newsroom.')
})

test('while the database is away it says when to come back', async () => {
  await closeDatabase()
  openDatabase('postgres://nobody@127.0.0.1:1/none')
  const answer = await ask({ url: origin + path })
  await closeDatabase()
  openDatabase(databaseUrl())
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('30')
})
