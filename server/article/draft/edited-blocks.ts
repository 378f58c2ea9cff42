import { z } from 'zod'
import { lengthOf } from '../../claim/quote'
import type { Refusal } from '../../refusal'
import type { Block } from '../extract/extraction'
import { type IsOneWord, joinWords, oneWordIn } from '../extract/join-words'

/** Kinds that a block of text may be changed to; a table and a picture are what they are. */
export const textKinds = ['heading', 'paragraph', 'list-item', 'quote', 'caption'] as const
export type TextKind = (typeof textKinds)[number]

const position = z.number().int().nonnegative()

/** What a person changed in a draft's blocks; a block is called by its position among those that were read. */
export const blockEditsShape = z.object({
  /** Those that are not part of the article. */
  leftOut: z.array(position).max(10_000),
  /** Those that belong to the block before them. */
  joined: z.array(position).max(10_000).default([]),
  /** Those that are something else than was read. */
  kinds: z
    .array(z.object({ position, kind: z.enum(textKinds) }))
    .max(10_000)
    .default([]),
})
export type BlockEdits = z.infer<typeof blockEditsShape>

/** A block as it will be frozen, and the positions that it was made of; one that is left out stays where it stood. */
export type EditedBlock = { block: Block; positions: number[]; isOut: boolean }

/** The blocks after a person's changes, with those that are left out still among them. */
export function editedBlocks(blocks: Block[], { leftOut, joined, kinds }: BlockEdits): EditedBlock[] {
  const [out, belongs] = [new Set(leftOut), new Set(joined)]
  const changed = new Map(kinds.map((one) => [one.position, one.kind]))
  const isOneWord = belongs.size > 0 ? oneWordIn(blocks.map(({ text }) => text)) : () => false
  const edited: EditedBlock[] = []
  let before: EditedBlock | null = null
  for (const [at, read] of blocks.entries()) {
    const kind = changed.get(at)
    const block: Block = kind && isText(read) ? { ...read, kind } : read
    const isOut = out.has(at)
    if (!isOut && before && belongs.has(at) && isText(before.block) && isText(block)) {
      before.block = joinedBlock(before.block, block, isOneWord)
      before.positions.push(at)
      continue
    }
    const one: EditedBlock = { block, positions: [at], isOut }
    edited.push(one)
    if (!isOut) before = one
  }
  return edited
}

function joinedBlock(before: Block, block: Block, isOneWord: IsOneWord): Block {
  const text = joinWords(before.text, block.text, isOneWord)
  // What is joined keeps its end, whatever became of a hyphen.
  const start = lengthOf(text) - lengthOf(block.text.trimStart())
  const own: [number, number][] = block.at === undefined ? [] : [[0, block.at]]
  const moments = [
    ...(before.moments ?? []),
    ...[...own, ...(block.moments ?? [])].map(([from, second]): [number, number] => [start + from, second]),
  ]
  return { ...before, text, ...(moments.length > 0 && { moments }) }
}

/** The blocks that will be frozen. */
export function keptBlocks(blocks: Block[], edits: BlockEdits): Block[] {
  return editedBlocks(blocks, edits).flatMap(({ block, isOut }) => (isOut ? [] : [block]))
}

/** Why a block cannot be joined with the one before it that is kept; null when it can. */
export function whyNotJoin(edited: EditedBlock[], position: number): Refusal | null {
  const at = edited.findIndex(({ positions }) => positions[0] === position)
  const before = edited.slice(0, Math.max(at, 0)).findLast(({ isOut }) => !isOut)
  return whyNotPut(before?.block, edited[at]?.block)
}

/** The blocks that can be joined with the one before them, by their positions. */
export function positionsToJoin(edited: EditedBlock[]): Set<number> {
  const found = new Set<number>()
  let before: Block | undefined
  for (const { block, positions, isOut } of edited) {
    if (isOut) continue
    if (!whyNotPut(before, block)) found.add(positions[0] ?? 0)
    before = block
  }
  return found
}

function whyNotPut(before: Block | undefined, block: Block | undefined): Refusal | null {
  if (!before || !block) return { code: 'block-is-first' }
  return isText(before) && isText(block) ? null : { code: 'block-is-no-text' }
}

/** Why a person's changes cannot be made; null when they can. */
export function whyNotEdit(blocks: Block[], edits: BlockEdits): Refusal | null {
  const apart = editedBlocks(blocks, { ...edits, joined: [] })
  const [out, can] = [new Set(edits.leftOut), positionsToJoin(apart)]
  if (edits.kinds.some(({ position }) => !isText(blocks[position]))) return { code: 'block-is-no-text' }
  const wrong = edits.joined.find((position) => !out.has(position) && !can.has(position))
  return wrong === undefined ? null : whyNotJoin(apart, wrong)
}

/** One thing a person does to a draft's blocks: those at these positions are left out, taken back, joined, parted or renamed. */
export type BlockChange =
  | { does: 'leave out' | 'take back'; positions: number[] }
  | { does: 'join' | 'part'; position: number }
  | { does: 'rename'; position: number; kind: TextKind }

/** The edits after one more change. */
export function changedEdits(edits: BlockEdits, change: BlockChange): BlockEdits {
  const { leftOut, joined, kinds } = edits
  switch (change.does) {
    case 'leave out':
      return { ...edits, leftOut: [...leftOut, ...change.positions] }
    case 'take back':
      return { ...edits, leftOut: leftOut.filter((one) => !change.positions.includes(one)) }
    case 'join':
      return { ...edits, joined: [...joined, change.position] }
    case 'part':
      return { ...edits, joined: joined.filter((one) => one !== change.position) }
    case 'rename': {
      const { position, kind } = change
      return { ...edits, kinds: [...kinds.filter((one) => one.position !== position), { position, kind }] }
    }
  }
}

/** The edits without joins that came to nothing, because what a block was to be joined with was left out. */
export function effectiveEdits(blocks: Block[], edits: BlockEdits): BlockEdits {
  return { ...edits, joined: editedBlocks(blocks, edits).flatMap(({ positions }) => positions.slice(1)) }
}

const isText = (block: Block | undefined) =>
  block !== undefined && block.kind !== 'table' && block.kind !== 'picture'
