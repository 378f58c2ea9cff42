import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { readClaims } from '../../server/export/read-claims'
import { renderOutbox } from '../../server/publication/made/render'
import { bar, blackedOut } from '../../server/publication/redaction/black-out'
import { readPage } from '../../server/publication/stored/read-page'
import { frozenClaim } from '../../server/review/submission'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { freshDatabase } from '../database'
import { aClaim, aFigure, damText } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { writeClaim } from '../write-claim'
import { documentAt } from './api/documents'

await freshDatabase()
const room = await aNewsroom()
const figure = aFigure({
  ...{ low: 500, high: 600, exactness: 'about', counted: 'people displaced', place: 'Anselm' },
  ...{ to: '2026-03-05', saidBy: 'Ludmila Quist' },
  workedOut: { value: 517, how: '369 + 148' },
})
const line =
  'about 500 to 600 people displaced, Anselm, as of 5 March 2026, according to Ludmila Quist, 517 worked out by us: 369 + 148'

async function textOf(path: string) {
  const page = await readPage(path)
  if (!page) throw new Error(`nothing is kept under ${path}`)
  return parseHTML(page.bytes.toString()).document.body?.textContent ?? page.bytes.toString()
}

test('readers have the figure on the page, in what they take along, and as a program', async () => {
  const { number, path } = await published(room, aClaim({ figure }))
  await renderOutbox()
  expect(await textOf(path)).toContain(`Figure: ${line}`)
  expect((await readPage(`/c/${number}/v/1/check.txt`))?.bytes.toString()).toContain(`Figure: ${line}`)
  expect(await documentAt(`/api/v1/claims/${number}`)).toMatchObject({
    figure: {
      ...{ reported: 'Two thousand', low: 500, high: 600, exactness: 'about', unit: null },
      ...{ counted: 'people displaced', place: 'Anselm', from: null, to: '2026-03-05', by: 'Ludmila Quist' },
      workedOut: { value: 517, how: '369 + 148' },
    },
  })
})

test('a claim without a figure says nothing of one', async () => {
  const { number, path } = await published(room, aClaim())
  await renderOutbox()
  expect(await textOf(path)).not.toContain('Figure:')
  expect(await documentAt(`/api/v1/claims/${number}`)).toMatchObject({ figure: null })
})

test('words that are removed under law are removed from the figure, and its fixed words stay', () => {
  const removed = blackedOut(frozenClaim(aClaim({ figure })), ['Ludmila Quist', 'about'])
  expect(removed.figure).toEqual({ ...figure, saidBy: bar })
})

test('a desk takes the figure out with its working claims', async () => {
  const claim = aClaim({ figure })
  await writeInRoom(room.article.id, room.author, (doc) => writeClaim(doc, claim, damText))
  const taken = []
  for await (const some of readClaims(room.editor)) taken.push(...some)
  expect(taken.find(({ id }) => id === claim.id)).toMatchObject({ figure })
})
