import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { drawMissing } from '../../server/publication/drawn/draw-missing'
import { renderOutbox } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()
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
