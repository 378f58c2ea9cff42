import { expect, test } from 'vitest'
import type { Block } from '../../server/article/extract/extraction'
import { keptBlocks } from '../../server/revision/kept-blocks'

const page = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))
const textsOf = (blocks: Block[]) => blocks.map(({ text }) => text)
const kept = (read: Block[], mine: Block[], now: Block[]) => textsOf(keptBlocks({ read, kept: mine, now }))

const [dam, relief, cracks] = ['The dam gave way.', 'Fourteen million marks.', 'Engineers had warned.']
const related = 'Read next: five other dams that are old'

test('a page that is as it was gives what the member kept', () => {
  const read = page(related, dam, relief, cracks)
  expect(kept(read, page(dam, cracks), read)).toEqual([dam, cracks])
})

test('what was left out does not come in with a changed sentence beside it', () => {
  const now = page('The dam gave way at noon.', related, relief)
  expect(kept(page(dam, related, relief), page(dam, relief), now)).toEqual([
    'The dam gave way at noon.',
    relief,
  ])
})

test('what was left out stays out though it says something else today', () => {
  const now = page(dam, 'Read next: three other dams that are old', 'Fifteen million marks.', cracks)
  expect(kept(page(dam, related, relief, cracks), page(dam, relief, cracks), now)).toEqual([
    dam,
    'Fifteen million marks.',
    cracks,
  ])
})

test('paragraphs that were joined stay joined while the page has them', () => {
  const now = page(dam, relief, 'Engineers had warned for years.')
  expect(kept(page(dam, relief, cracks), page(`${dam} ${relief}`, cracks), now)).toEqual([
    `${dam} ${relief}`,
    'Engineers had warned for years.',
  ])
})

test('what the page has more, and has no more, is taken over', () => {
  const read = page(dam, related, relief, cracks)
  expect(
    kept(read, page(dam, relief, cracks), page('A correction.', dam, related, cracks, 'By our staff.')),
  ).toEqual(['A correction.', dam, cracks, 'By our staff.'])
})

test('a page that is read otherwise than it was is no changed page', () => {
  // The member's text is of an older extractor; today both pages are read the same.
  const read = page('Cookies?', dam, relief)
  expect(kept(read, page(dam, relief), read)).toEqual([dam, relief])
})
