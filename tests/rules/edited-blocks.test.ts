import { expect, test } from 'vitest'
import {
  type BlockChange,
  type BlockEdits,
  changedEdits,
  editedBlocks,
  effectiveEdits,
  keptBlocks,
  whyNotEdit,
  whyNotJoin,
} from '../../server/article/draft/edited-blocks'
import type { Block } from '../../server/article/extract/extraction'

const blocks: Block[] = [
  { kind: 'paragraph', text: 'The dam gave way on Mon-' },
  { kind: 'paragraph', text: 'day morning. Monday was a holiday.' },
  { kind: 'paragraph', text: 'Advertisement' },
  { kind: 'paragraph', text: 'Nobody had acted.' },
  { kind: 'table', text: 'Year\tMarks', rows: [['Year', 'Marks']] },
]
const edits = (parts: Partial<BlockEdits>): BlockEdits => ({ leftOut: [], joined: [], kinds: [], ...parts })
const texts = (parts: Partial<BlockEdits>) => keptBlocks(blocks, edits(parts)).map(({ text }) => text)

test('a block that is left out is not frozen, and stays where it stood to be taken back', () => {
  expect(texts({ leftOut: [2] })).not.toContain('Advertisement')
  expect(editedBlocks(blocks, edits({ leftOut: [2] }))[2]).toMatchObject({ positions: [2], isOut: true })
})

test('a joined block goes on where the one before ends, its word whole again', () => {
  expect(texts({ joined: [1] })[0]).toBe('The dam gave way on Monday morning. Monday was a holiday.')
})

test('a block is joined with the last one before it that is kept', () => {
  expect(texts({ leftOut: [2], joined: [3] })[1]).toBe('day morning. Monday was a holiday. Nobody had acted.')
})

test('a block that is left out is joined with nothing', () => {
  expect(texts({ leftOut: [1], joined: [1] })[0]).toBe('The dam gave way on Mon-')
})

test('several blocks in a row become one', () => {
  expect(texts({ joined: [1, 2, 3] })).toHaveLength(2)
})

test('a joined block keeps the kind, the speaker and the second of the first, and from where the second one counts', () => {
  const said: Block[] = [
    { kind: 'paragraph', text: 'It was known,', speaker: 'Anna', at: 4 },
    { kind: 'paragraph', text: 'for years.', at: 9 },
  ]
  const [whole] = keptBlocks(said, edits({ joined: [1], kinds: [{ position: 0, kind: 'quote' }] }))
  expect(whole).toEqual({
    ...{ kind: 'quote', text: 'It was known, for years.', speaker: 'Anna', at: 4 },
    moments: [[14, 9]],
  })
})

test('the first block, and whatever follows only what is left out, cannot be joined', () => {
  expect(whyNotJoin(editedBlocks(blocks, edits({})), 0)).toEqual({ code: 'block-is-first' })
  expect(whyNotEdit(blocks, edits({ leftOut: [0], joined: [1] }))).toEqual({ code: 'block-is-first' })
})

test('a table can neither be joined nor be made something else', () => {
  expect(whyNotEdit(blocks, edits({ joined: [4] }))).toEqual({ code: 'block-is-no-text' })
  expect(whyNotEdit(blocks, edits({ kinds: [{ position: 4, kind: 'quote' }] }))).toEqual({
    code: 'block-is-no-text',
  })
  expect(whyNotEdit(blocks, edits({ joined: [1, 3] }))).toBeNull()
})

test('what a person does to blocks adds up, and can be undone one by one', () => {
  const changes: BlockChange[] = [
    { does: 'join', position: 1 },
    { does: 'leave out', positions: [2, 3] },
    { does: 'rename', position: 0, kind: 'heading' },
    { does: 'rename', position: 0, kind: 'quote' },
    { does: 'take back', positions: [3] },
    { does: 'part', position: 1 },
  ]
  expect(changes.reduce(changedEdits, edits({}))).toEqual(
    edits({ leftOut: [2], kinds: [{ position: 0, kind: 'quote' }] }),
  )
})

test('a join whose other half was left out is no join', () => {
  const changed = edits({ leftOut: [0], joined: [1] })
  expect(effectiveEdits(blocks, changed).joined).toEqual([])
  expect(whyNotEdit(blocks, effectiveEdits(blocks, changed))).toBeNull()
})

test('a block that is not there can be neither joined nor changed', () => {
  expect(whyNotEdit(blocks, edits({ joined: [9] }))).toEqual({ code: 'block-is-first' })
  expect(whyNotEdit(blocks, edits({ kinds: [{ position: 9, kind: 'quote' }] }))).not.toBeNull()
})
