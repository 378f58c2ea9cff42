import { expect, test } from 'vitest'
import { GET as changes } from '../../../app/(public)/api/v1/changes/route'
import { GET as search } from '../../../app/(public)/api/v1alpha1/[method]/route'
import { GET as oembed } from '../../../app/(public)/oembed/route'
import { renderOutbox } from '../../../server/publication/made/render'
import { freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { serving } from './serving'

process.env.PUBLIC_ORIGIN = 'https://checks.meridian.example'
const origin = process.env.PUBLIC_ORIGIN
await freshDatabase()
const room = await aNewsroom()
const claim = aClaim({ statement: 'The relief was the largest ever.' })
const { path } = await published(room, claim)
await renderOutbox()
const found = `${await serving(search)}/api/v1alpha1/claims:search?query=relief`
const framed = `${await serving(oembed)}/oembed?url=${origin}${path}`

const lookedUp = [
  ['a search', found],
  ['a frame', framed],
  ['a frame in XML', `${framed}&format=xml`],
  ['what changed', `${await serving(changes)}/api/v1/changes`],
] as const

const ask = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(address, { headers })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}
const saidOf = ({ headers }: { headers: Headers }) => ({
  tag: headers.get('etag') ?? '',
  time: headers.get('last-modified') ?? '',
})

test.each(lookedUp)('who asks again for %s is told that it has not changed', async (_, address) => {
  const first = await ask(address)
  const { tag, time } = saidOf(first)
  expect(tag).toMatch(/^W\/"[\w-]+"$/)
  expect(Date.parse(time)).toBeGreaterThan(0)
  const held: Record<string, string>[] = [{ 'if-none-match': tag }, { 'if-modified-since': time }]
  for (const one of held) {
    const again = await ask(address, one)
    expect({ status: again.status, body: again.body, ...saidOf(again) }).toEqual({
      ...{ status: 304, body: '', tag, time },
    })
    expect(again.headers.get('ratelimit')).toBeTruthy()
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  }
  const before = new Date(Date.parse(time) - 1_000).toUTCString()
  expect((await ask(address, { 'if-modified-since': before })).status).toBe(200)
  expect((await ask(address, { 'if-none-match': '"other"', 'if-modified-since': time })).status).toBe(200)
})

test('a search narrowed to an age has a tag alone, as checks go out of it by themselves', async () => {
  const { tag, time } = saidOf(await ask(`${found}&maxAgeDays=9000`))
  expect(time).toBe('')
  expect((await ask(`${found}&maxAgeDays=9000`, { 'if-none-match': tag })).status).toBe(304)
  const now = { 'if-modified-since': new Date().toUTCString() }
  expect((await ask(`${found}&maxAgeDays=9000`, now)).status).toBe(200)
})

test('after a correction it is answered anew', async () => {
  const held = await Promise.all(lookedUp.map(async ([, address]) => saidOf(await ask(address)).tag))
  // A time has no parts of a second: what is made within the same one counts as the same.
  const from = Math.floor(Date.now() / 1_000)
  await expect.poll(() => Math.floor(Date.now() / 1_000)).toBeGreaterThan(from)
  const times = await Promise.all(lookedUp.map(async ([, address]) => saidOf(await ask(address)).time))
  await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'We were wrong.' },
  )
  await renderOutbox()
  for (const [place, [, address]] of lookedUp.entries()) {
    expect((await ask(address, { 'if-none-match': held[place] ?? '' })).status).toBe(200)
    expect((await ask(address, { 'if-modified-since': times[place] ?? '' })).status).toBe(200)
  }
})
