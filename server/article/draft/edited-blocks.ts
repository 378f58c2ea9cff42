import { z } from 'zod'
import type { Refusal } from '../../refusal'
import type { Block } from '../extract/extraction'
import { joinWords, wordsKnownFrom } from '../extract/join-words'

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
  const isWord = belongs.size > 0 ? wordsKnownFrom(blocks.map(({ text }) => text)) : () => false
  const edited: EditedBlock[] = []
  let before: EditedBlock | null = null
  for (const [at, read] of blocks.entries()) {
    const kind = changed.get(at)
    const block: Block = kind && isText(read) ? { ...read, kind } : read
    const isOut = out.has(at)
    if (!isOut && before && belongs.has(at) && isText(before.block) && isText(block)) {
      before.block = { ...before.block, text: joinWords(before.block.text, block.text, isWord) }
      before.positions.push(at)
      continue
    }
    const one: EditedBlock = { block, positions: [at], isOut }
    edited.push(one)
    if (!isOut) before = one
  }
  return edited
}

/** The blocks that will be frozen. */
export function keptBlocks(blocks: Block[], edits: BlockEdits): Block[] {
  return editedBlocks(blocks, edits).flatMap(({ block, isOut }) => (isOut ? [] : [block]))
}

/** Why a block cannot be joined with the one before it that is kept; null when it can. */
export function whyNotJoin(edited: EditedBlock[], position: number): Refusal | null {
  const at = edited.findIndex(({ positions }) => positions[0] === position)
  const before = edited.slice(0, Math.max(at, 0)).findLast(({ isOut }) => !isOut)
  const block = edited[at]?.block
  if (!before || !block) return { code: 'block-is-first' }
  return isText(before.block) && isText(block) ? null : { code: 'block-is-no-text' }
}

/** Why a person's changes cannot be made; null when they can. */
export function whyNotEdit(blocks: Block[], edits: BlockEdits): Refusal | null {
  const apart = editedBlocks(blocks, { ...edits, joined: [] })
  const [out, wanted] = [new Set(edits.leftOut), new Set(edits.joined)]
  const kinds = edits.kinds.find(({ position }) => !isText(blocks[position]))
  if (kinds) return { code: 'block-is-no-text' }
  for (const position of wanted) {
    const whyNot = out.has(position) ? null : whyNotJoin(apart, position)
    if (whyNot) return whyNot
  }
  return null
}

const isText = (block: Block | undefined) =>
  block !== undefined && block.kind !== 'table' && block.kind !== 'picture'
