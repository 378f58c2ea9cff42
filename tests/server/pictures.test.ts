import { like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pages } from '../../db/schema'
import { verdicts } from '../../db/vocabulary'
import { settings } from '../../server/env'
import { type Card, cardOf } from '../../server/publication/drawn/card'
import { drawInWorker } from '../../server/publication/drawn/draw-in-worker'
import { drawMissing } from '../../server/publication/drawn/draw-missing'
import { type CardShape, cardShapes } from '../../server/publication/drawn/drawings'
import { measures } from '../../server/publication/drawn/measures'
import { renderOutbox } from '../../server/publication/made/render'
import { startRendering } from '../../server/publication/made/start-rendering'
import { readNextVersions } from '../../server/publication/next/read-next-version'
import { editionOf } from '../../server/publication/pages/edition'
import { sampleClaims } from '../../server/publication/pages/sample/sample-claims'
import { readHead } from '../../server/publication/stored/read-head'
import { readPage } from '../../server/publication/stored/read-page'
import { answerTo } from '../../server/publication/stored/stored-page'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { decide } from '../../server/review/decide'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published, submitted } from '../publishing'
import { type Picture, readPng } from '../read-png'

const db = await freshDatabase()
const room = await aNewsroom()

const desk = { slug: 'ledger', name: 'The Ledger', timeZone: 'UTC', language: 'en', isDemo: false }
const edition = editionOf(desk, { origin: 'https://ledger.example', stylesheet: '' })
const [sample] = sampleClaims().map(([, first]) => first)
if (!sample) throw new Error('the sample has a claim')
const plain = cardOf(sample, edition)

const drawn = (card: Partial<Card>, shape: CardShape = 'wide') =>
  drawInWorker({ kind: 'card', card: { ...plain, ...card }, shape })
const failing = (error: unknown) => {
  throw error
}

/** Where something other than paper is: the outermost pixels, from each edge. */
function inkOf({ width, height, at }: Picture) {
  const found = { left: width, top: height, right: 0, bottom: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (at(x, y).every((value) => value === 255)) continue
      found.left = Math.min(found.left, x)
      found.right = Math.max(found.right, x)
      found.top = Math.min(found.top, y)
      found.bottom = Math.max(found.bottom, y)
    }
  return found
}

/** How many pixels of some rows are dark, to the left and to the right of the middle. */
function darkIn(picture: Picture, [from, to]: [number, number]) {
  const sides = { left: 0, right: 0 }
  for (let y = from; y < to; y++)
    for (let x = 0; x < picture.width; x++)
      if (picture.at(x, y)[0] < 100) sides[x < picture.width / 2 ? 'left' : 'right']++
  return sides
}

test('a card has the size that links to a page are shown in, and one that is as high as wide', async () => {
  const sizes = await Promise.all(cardShapes.map(async (shape) => readPng(await drawn({}, shape))))
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [1200, 630],
    [1080, 1080],
  ])
})

test('the same card is the same file each time', async () => {
  expect((await drawn({})).equals(await drawn({}))).toBe(true)
})

test('each verdict gives another picture', async () => {
  const cards = sampleClaims().map(([, first]) => cardOf(first ?? sample, edition))
  const pictures = await Promise.all(
    cards.map(async (card) => (await drawn({ stamp: card.stamp })).toString('base64')),
  )
  expect(new Set(pictures).size).toBe(verdicts.length)
})

const long = {
  'many words': 'The office counted more ships than ever before. '.repeat(400),
  'one word without end': 'Donaudampfschifffahrt'.repeat(400),
  'Arabic without end': 'الميزانية ارتفعت بنسبة كبيرة '.repeat(400),
  'Korean without end': '예산이크게늘었다고발표했다'.repeat(400),
  'marks without end': `a${'\u0301'.repeat(5_000)}`,
}

for (const [kind, words] of Object.entries(long))
  for (const shape of cardShapes)
    test(`${kind} in every part leaves the margin of a ${shape} card empty`, async () => {
      const every = { desk: words, statement: words, quote: words, said: words, mark: words, foot: words }
      const cut = Object.fromEntries(
        Object.entries(every).map(([part, said]) => [part, said.slice(0, 2_000)]),
      )
      const label = { ...plain.stamp, label: words.slice(0, 40) }
      const picture = readPng(await drawn({ ...cut, stamp: label }, shape))
      const { left, top, right, bottom } = inkOf(picture)
      const { margin } = measures[shape]
      // Accents and tails may stand out of their line a little, and piled marks more.
      const least = kind.startsWith('marks') ? 16 : margin - 16
      expect(Math.min(left, top, picture.width - 1 - right, picture.height - 1 - bottom)).toBeGreaterThan(
        least,
      )
    })

test('words that are markup are drawn as they are written', async () => {
  const statement = '</svg><script>alert(1)</script><image href="file:///etc/passwd"/> & "<b>'
  const picture = readPng(await drawn({ statement }))
  expect(inkOf(picture).bottom).toBeLessThan(630 - measures.wide.margin + 1)
  expect((await drawn({ statement })).equals(await drawn({ statement: '' }))).toBe(false)
})

test('a statement in Arabic or Hebrew begins at the right', async () => {
  for (const statement of ['قال الوزير', 'אמר השר']) {
    const { left, right } = darkIn(readPng(await drawn({ statement, quote: '', said: '' })), [210, 330])
    expect([statement, left, right > 500]).toEqual([statement, 0, true])
  }
  const { left, right } = darkIn(
    readPng(await drawn({ statement: 'He said', quote: '', said: '' })),
    [210, 330],
  )
  expect([left > 500, right]).toEqual([true, 0])
})

test('each script is drawn in letters of its own and not in boxes', async () => {
  // U+10FFFF is in no font and stands for the box.
  const boxes = await drawn({ statement: '\u{10ffff}'.repeat(3) })
  const scripts = ['عام', 'שנה', '한국어', 'वर्ष', 'Год', 'Έτο', 'Łód']
  const pictures = await Promise.all(scripts.map((statement) => drawn({ statement })))
  expect(pictures.some((picture) => picture.equals(boxes))).toBe(false)
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(scripts.length)
})

test('what cannot be drawn fails alone, and the next is drawn', async () => {
  const broken = drawn({ stamp: { ...plain.stamp, ink: '"<' } })
  await expect(broken).rejects.toThrow('nothing could be drawn')
  expect(readPng(await drawn({})).width).toBe(1200)
})

test('a published claim has its pictures beside its version, and its page names the one for links', async () => {
  const { number } = await published(room, aClaim())
  await renderOutbox()
  expect(await readPage(`/c/${number}/v/1/card.png`)).toBeNull()
  await drawMissing({ onError: failing })
  const page = await readPage(`/c/${number}`)
  const html = page?.bytes.toString() ?? ''
  const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''
  expect(new URL(image).pathname).toBe(`/c/${number}/v/1/card.png`)
  expect(html).toContain('<meta property="og:image:width" content="1200"/>')
  expect(html).toContain('<meta property="og:image:height" content="630"/>')
  expect(html).toMatch(
    /<meta property="og:image:alt" content="[^"]*It is the largest relief package[^"]*Misleading/,
  )
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>')
  expect(html).toContain(`href="/c/${number}/v/1/card-square.png" download="check-${number}-v1-square.png"`)
  const wide = await readPage(`/c/${number}/v/1/card.png`)
  const square = await readPage(`/c/${number}/v/1/card-square.png`)
  expect(readPng(wide?.bytes ?? Buffer.alloc(0)).height).toBe(630)
  expect(readPng(square?.bytes ?? Buffer.alloc(0)).height).toBe(1080)
})

test('the picture an editor is shown before approving is the one that readers get', async () => {
  const submission = await submitted(room, aClaim())
  const { versions, desk: shownFor } = await readNextVersions(submission.id, room.editor, { now: new Date() })
  const { publication } = await decide({
    member: room.editor,
    submissionId: submission.id,
    decision: 'approved',
    note: '',
  })
  await renderOutbox()
  await drawMissing({ onError: failing })
  const [next] = versions
  if (!next) throw new Error('there is no next version')
  const { publicOrigin: origin } = settings()
  const card = cardOf(next, editionOf(shownFor, { origin, stylesheet: '' }))
  const kept = await readPage(`/c/${publication?.number}/v/1/card.png`)
  expect(kept?.bytes.equals(await drawInWorker({ kind: 'card', card, shape: 'wide' }))).toBe(true)
})

test('pictures follow their pages by themselves, also those that an earlier process left undrawn', async () => {
  const { number } = await published(room, aClaim())
  const rendering = await startRendering(failing)
  await rendering.drawn()
  expect(await readPage(`/c/${number}`)).not.toBeNull()
  expect(await readPage(`/c/${number}/v/1/card.png`)).not.toBeNull()
  await rendering.close()
})

test('a picture is kept an hour, may stand in pages of others and is not sent twice', async () => {
  const { number } = await published(room, aClaim())
  await renderOutbox()
  await drawMissing({ onError: failing })
  const page = await readPage(`/c/${number}/v/1/card.png`)
  if (!page) throw new Error('there is no picture')
  const asked = { path: page.path, acceptEncoding: 'br, gzip', ifNoneMatch: '' }
  const answer = answerTo(asked, readHead(page))
  expect(answer.headers).toMatchObject({
    ...{ 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
    ...{ 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff' },
  })
  const again = answerTo({ ...asked, ifNoneMatch: answer.headers.etag ?? '' }, readHead(page))
  expect(again.status).toBe(304)
})

test('what is drawn is not drawn again until the words change', async () => {
  const { number } = await published(room, aClaim())
  await renderOutbox()
  await drawMissing({ onError: failing })
  const times = () =>
    db
      .select({ path: pages.path, madeAt: pages.madeAt })
      .from(pages)
      .where(like(pages.contentType, 'image/%'))
  const before = await times()
  await drawMissing({ onError: failing })
  expect(await times()).toEqual(before)
  await db.delete(pages).where(like(pages.path, `/c/${number}/v/1/card.png`))
  await drawMissing({ onError: failing })
  expect(await readPage(`/c/${number}/v/1/card.png`)).not.toBeNull()
})

test('a version under review has a picture that says so under an address of its own', async () => {
  const claim = aClaim()
  const { number } = await published(room, claim)
  await renderOutbox()
  await drawMissing({ onError: failing })
  const before = await readPage(`/c/${number}/v/1/card.png`)
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 1, line: 'A reader wrote to us.' })
  await renderOutbox()
  await drawMissing({ onError: failing })
  const html = (await readPage(`/c/${number}`))?.bytes.toString() ?? ''
  expect(html).toContain(`/c/${number}/v/1/card-under-review.png"`)
  const doubted = await readPage(`/c/${number}/v/1/card-under-review.png`)
  expect(doubted?.etag).not.toBe(before?.etag)
  expect((await readPage(`/c/${number}/v/1/card.png`))?.etag).toBe(before?.etag)
})
