import { tmpdir } from 'node:os'
import { expect, test, vi } from 'vitest'
import { pool } from '../../db/client'
import { drawMissing } from '../../server/publication/drawn/draw-missing'
import { drawnFrom, readUndrawn } from '../../server/publication/drawn/read-undrawn'
import { renderOutbox } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { storePages } from '../../server/publication/stored/store-pages'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom()

test('what cannot be drawn leaves the page and the other files there, and is told once', async () => {
  const { number } = await published(room, aClaim())
  await renderOutbox()
  const told: unknown[] = []
  const here = process.cwd()
  // The thread that draws is not to be found from here.
  process.chdir(tmpdir())
  await drawMissing({ onError: (error) => told.push(error) })
  await drawMissing({ onError: (error) => told.push(error) })
  process.chdir(here)
  // Two cards and a PDF of the version, and one of its article.
  expect(told).toHaveLength(4)
  expect(await readPage(`/c/${number}`)).not.toBeNull()
  expect(await readPage(`/c/${number}/v/1/check.html`)).not.toBeNull()
  expect(await readPage(`/c/${number}/v/1/card.png`)).toBeNull()
})

test('what is drawn already is not read to find what is missing', async () => {
  for (let count = 1; count <= 5; count += 1) await published(room, aClaim())
  await renderOutbox()
  for (const one of await readUndrawn())
    await storePages(
      db,
      one.drawings.map(({ path }) => ({
        ...{ path, canonical: path, contentType: 'image/png', content: 'drawn', template: drawnFrom(one) },
      })),
    )
  const { number } = await published(room, aClaim())
  await renderOutbox()
  const asked = vi.spyOn(pool(), 'query')
  const undrawn = await readUndrawn()
  const answers: { rows: unknown[] }[] = await Promise.all(asked.mock.results.map(({ value }) => value))
  asked.mockRestore()
  expect(undrawn.map(({ drawings }) => drawings.map(({ path }) => path))).toEqual([
    [`/c/${number}/v/1/card.png`, `/c/${number}/v/1/card-square.png`, `/c/${number}/v/1/check.pdf`],
    [expect.stringMatching(/^\/a\/\d+\/checks\.pdf$/)],
  ])
  // The version, its article, and the older drawing of that.
  expect(answers.flatMap(({ rows }) => rows)).toHaveLength(3)
})
