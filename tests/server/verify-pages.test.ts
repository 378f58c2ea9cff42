import { expect, test } from 'vitest'
import { verifyLog } from '../../server/command/verify/verify-log.mjs'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { askRedaction } from '../../server/publication/redaction/ask-redaction'
import { confirmRedaction } from '../../server/publication/redaction/decide-redaction'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../database'
import { aClaim, onDesk } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { servedPages } from '../served-pages'

await freshDatabase()
const room = await aNewsroom()
const { pages, address } = await servedPages()
await renderStale()

async function made() {
  await renderOutbox()
  await pages.settled()
}

/** A claim of its own for a test, as it stands at first. */
async function aPublished(parts: Parameters<typeof aClaim>[0] = {}) {
  const claim = aClaim({ verdict: 'false', ...parts })
  const { number } = await published(room, claim)
  await made()
  return { claim, number, path: `/c/${number}` }
}

const htmlAt = async (path: string) => (await fetch(address + path)).text()

/** What a check finds where a path answers with something else. */
async function faultsWhere(path: string, change: (html: string) => string | Promise<string>) {
  let isChanged = false
  const fetchFrom = async (url: URL) => {
    const response = await fetch(url)
    if (url.pathname !== path) return response
    const before = await response.text()
    const after = await change(before)
    isChanged ||= after !== before
    return new Response(after)
  }
  const { faults } = await verifyLog(address, { fetchFrom, askAgain: 0 })
  expect(isChanged).toBe(true)
  return faults
}

const correction = { kind: 'verdict-change', publicNote: 'We had it wrong.' } as const

test('a stamp that alone is changed is found, on a version’s page and on the newest', async () => {
  const { path } = await aPublished()
  for (const where of [path, `${path}/v/1`]) {
    const faults = await faultsWhere(where, (html) =>
      html.replace('</span>False</span>', '</span>True</span>'),
    )
    expect(faults).toEqual([{ what: 'page', where, why: 'the page does not say on its stamp: False' }])
    const marked = await faultsWhere(where, (html) => html.replace('href="#mark-false"', 'href="#mark-true"'))
    expect(marked).toMatchObject([{ where, why: expect.stringContaining('another mark') }])
  }
})

test.each([
  [
    'heading',
    'the largest relief package since independence.</h1>',
    'the second largest relief package.</h1>',
  ],
  ['answer', /(<p class="answer"[^>]*>)[^<]*/, '$1Only in cash terms.'],
  ['quote', /<q>[^<]*/, '<q>the largest package'],
])('the newest page is found when its %s alone is changed', async (place, from, to) => {
  const { path } = await aPublished()
  const faults = await faultsWhere(path, (html) => html.replace(from, to))
  expect(faults).toMatchObject([
    { what: 'page', where: path, why: expect.stringContaining(`as its ${place}:`) },
  ])
})

test('a newest page that was rolled back after a correction is found', async () => {
  const { claim, path } = await aPublished()
  const before = await htmlAt(path)
  await published(room, { ...claim, verdict: 'true' }, correction)
  await made()
  expect((await verifyLog(address, { askAgain: 0 })).faults).toEqual([])
  expect(await faultsWhere(path, () => before)).toEqual([
    {
      ...{ what: 'page', where: path },
      why: `the page leads to ${path}/v/1/record.json, but ${path}/v/2/record.json was sealed last`,
    },
  ])
  // With the link of now, too, its words are those of then.
  const linked = before.replaceAll('/v/1/record.json', '/v/2/record.json')
  const whys = (await faultsWhere(path, () => linked)).map(({ why }) => why)
  expect(whys).toContain('the page does not say on its stamp: True')
  expect(whys).toContain('the page does not say as its note: We had it wrong.')
})

test('a newest page without its retraction, or with a verdict in spite of it, is found', async () => {
  const { claim, path } = await aPublished()
  const stamp = /<p class="stamp[\s\S]*?<\/p>/.exec(await htmlAt(path))?.[0] ?? ''
  await published(room, claim, { kind: 'retraction', publicNote: 'The register was wrong.' })
  await made()
  expect((await verifyLog(address, { askAgain: 0 })).faults).toEqual([])
  const without = await faultsWhere(path, (html) =>
    html.replace(/<section class="standing"[\s\S]*?<\/section>/, ''),
  )
  expect(without).toMatchObject([{ where: path, why: expect.stringContaining('as its note: The register') }])
  const rated = await faultsWhere(path, (html) => html.replace('</h1>', `</h1>${stamp}`))
  expect(rated).toMatchObject([{ where: path, why: 'the page has the stamp of a verdict' }])
})

test('a newest page that leaves out, rewords or makes up that it is under review is found', async () => {
  const { claim, path } = await aPublished()
  const undoubted = await htmlAt(path)
  const line = 'A reader says <otherwise> & may be right.'
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 1, line })
  await made()
  expect((await verifyLog(address, { askAgain: 0 })).faults).toEqual([])
  const doubted = await htmlAt(path)
  const left = {
    what: 'page',
    where: path,
    why: expect.stringContaining('does not say that it is under review'),
  }
  expect(await faultsWhere(path, () => undoubted)).toEqual([left])
  expect(await faultsWhere(path, (html) => html.replaceAll('may be right', 'is wrong'))).toEqual([left])
  await published(room, { ...claim, verdict: 'true' }, correction)
  await made()
  expect((await verifyLog(address, { askAgain: 0 })).faults).toEqual([])
  const standing = /<section class="standing"[\s\S]*?<\/section>/.exec(doubted)?.[0] ?? ''
  const madeUp = await faultsWhere(path, (html) => html.replace('<header class="pub-head">', `${standing}$&`))
  expect(madeUp).toMatchObject([{ where: path, why: expect.stringContaining('which no entry says') }])
})

test('a newest page from which words were removed under law holds, also where they stood in the line of a doubt', async () => {
  const { claim, path } = await aPublished({ shortAnswer: 'Ludmila Quist said so.' })
  const doubt = { member: room.editor, claimId: claim.id, version: 1 }
  await putUnderReview({ ...doubt, line: 'Ludmila Quist denies it.' })
  const order = { law: 'GDPR Art. 17', court: '', number: '7', note: 'By order of a court.' }
  const asked = { member: room.editor, claimId: claim.id, words: ['Ludmila Quist'], ...order }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: await onDesk('editor', room.desk), redactionId })
  await made()
  expect(await htmlAt(path)).not.toContain('Ludmila')
  const { faults, redacted } = await verifyLog(address, { askAgain: 0 })
  expect(faults).toEqual([])
  expect(redacted).toMatchObject([{ where: `${path}/v/1` }])
})

test('between an entry and the making of its page nobody is blamed: page and log are asked for again', async () => {
  const { claim, path } = await aPublished()
  const before = new Map<string, Buffer>()
  const paths = [path, '/log/checkpoint']
  for (const one of paths) before.set(one, Buffer.from(await htmlAt(one)))
  await published(room, { ...claim, verdict: 'true' }, correction)
  await made()
  for (const late of paths) {
    let waits = 0
    // The page is not made yet, or the log was read before the page was made anew.
    const fetchFrom = async (url: URL) => {
      const old = waits === 0 && url.pathname === late ? before.get(late) : undefined
      return old ? new Response(new Uint8Array(old)) : fetch(url)
    }
    const wait = async () => {
      waits++
    }
    expect((await verifyLog(address, { fetchFrom, wait })).faults).toEqual([])
    expect(waits).toBe(1)
  }
})

test('what never fits is blamed after some asking, and a log that does not go on in between, too', async () => {
  const { claim, path } = await aPublished()
  const [page, checkpoint] = [await htmlAt(path), await htmlAt('/log/checkpoint')]
  await published(room, { ...claim, verdict: 'true' }, correction)
  await made()
  let waits = 0
  const wait = async () => {
    waits++
  }
  const rolledBack = async (url: URL) => {
    if (url.pathname === path) return new Response(page)
    return waits > 0 && url.pathname === '/log/checkpoint' ? new Response(checkpoint) : fetch(url)
  }
  const { faults } = await verifyLog(address, { fetchFrom: rolledBack, wait, askAgain: 2 })
  expect(waits).toBeLessThanOrEqual(2)
  expect(faults.map(({ what }) => what)).toContain('removed')
  waits = 0
  const still = async (url: URL) => (url.pathname === path ? new Response(page) : fetch(url))
  expect((await verifyLog(address, { fetchFrom: still, wait, askAgain: 3 })).faults).toMatchObject([
    { what: 'page', where: path },
  ])
  expect(waits).toBe(3)
})

test('a record that became something else is named, and the rest of the log is still read', async () => {
  const { path } = await aPublished()
  for (const record of ['{}', '[]', 'null', 'nothing', '{"content":{"claim":{}}}', '{"dossier":1}']) {
    const faults = await faultsWhere(`${path}/v/1/record.json`, () => record)
    const whats = faults.filter(({ where }) => where === `${path}/v/1`).map(({ what }) => what)
    expect([record, whats]).toEqual([record, expect.arrayContaining(['record', 'page'])])
    expect(faults.every(({ where }) => where.startsWith(path))).toBe(true)
  }
})
