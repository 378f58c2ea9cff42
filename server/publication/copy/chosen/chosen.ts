import type { Refusal } from '../../../refusal'
import type { CheckCopy, CopyBlock } from '../check-copy'

/** How many checks go out in one copy. */
export const mostChosen = 50

/** What several chosen checks are written as. */
export const chosenFormats = ['html', 'docx', 'txt'] as const
export type ChosenFormat = (typeof chosenFormats)[number]

/** Where a desk's members find a copy of the checks with these public numbers, in this order. */
export const chosenPath = (slug: string, format: ChosenFormat, numbers: number[]) =>
  `/desk/${slug}/checks/copy.${format}?of=${numbers.join(',')}`

/** What a file of chosen checks is called. */
export const chosenName = (numbers: number[]) =>
  numbers.length > 3 ? `checks-${numbers[0]}-and-${numbers.length - 1}-more` : `checks-${numbers.join('-')}`

/** The public numbers that an address names, each once and in its order; null where one is no number. */
export function numbersAsked(text: string): number[] | null {
  const parts = text.split(',').filter(Boolean)
  if (!parts.every((part) => /^[1-9]\d{0,8}$/.test(part))) return null
  return [...new Set(parts.map(Number))]
}

/** Why so many checks cannot be copied together; null when they can. */
export function whyNotCopy(count: number): Refusal | null {
  if (count === 0) return { code: 'copy-needs-checks' }
  return count > mostChosen ? { code: 'copy-too-many', values: { most: mostChosen, count } } : null
}

/** The same checks with a number before each title, where there are several: each has its own sources, counted from 1. */
export function numberedThrough(copies: CheckCopy[]): CheckCopy[] {
  if (copies.length < 2) return copies
  return copies.map((copy, index) => ({
    ...copy,
    blocks: copy.blocks.map((block) => withNumber(block, index + 1)),
  }))
}

function withNumber(block: CopyBlock, number: number): CopyBlock {
  if (block.kind !== 'title') return block
  return { ...block, runs: [{ text: `${number}. ` }, ...block.runs] }
}
