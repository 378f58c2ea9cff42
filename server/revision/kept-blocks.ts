import { diffArrays } from 'diff'
import type { Block } from '../article/extract/extraction'
import { likeness } from '../article/revised/likeness'
import { isWord, tokensOf } from '../article/revised/tokens'

/** What was read out of the earlier page, what a member kept of that, and what is read out of the page now. */
export type ThreeTexts = { read: readonly Block[]; kept: readonly Block[]; now: readonly Block[] }

/** Some blocks of what was read and what stands in their place. The end is exclusive. */
type Hunk = { start: number; end: number; blocks: Block[] }

/** How alike a block must be to one that was left out to be left out again. */
const alike = 0.5

/**
 * The page's blocks now, with what a member did to those of the earlier page: where the page is as it was, theirs
 * stand; where they changed nothing, the page's; where both did, the page's without what is like something left out.
 * A three-way merge, so neither what was left out nor what the extractor reads otherwise by now is taken for a change.
 */
export function keptBlocks({ read, kept, now }: ThreeTexts): Block[] {
  const [mine, theirs] = [hunksOf(read, kept), hunksOf(read, now)]
  const result: Block[] = []
  let at = 0
  for (const region of regionsOf([...mine, ...theirs])) {
    result.push(...read.slice(at, region.start))
    result.push(...inRegion(region, read, { mine: within(mine, region), theirs: within(theirs, region) }))
    at = region.end
  }
  return [...result, ...read.slice(at)]
}

type Region = { start: number; end: number }

function inRegion(region: Region, read: readonly Block[], hunks: { mine: Hunk[]; theirs: Hunk[] }): Block[] {
  const mine = applied(region, read, hunks.mine)
  const theirs = applied(region, read, hunks.theirs)
  if (hunks.theirs.length === 0) return mine
  if (hunks.mine.length === 0) return theirs
  const before = read.slice(region.start, region.end)
  // A place that was left out whole stays so, whatever stands there today.
  if (mine.length === 0 && theirs.length <= before.length) return []
  const left = new Set(mine.map(keyOf))
  const dropped = before.filter((block) => !left.has(keyOf(block)))
  return theirs.filter((block) => !dropped.some((one) => isLike(one, block)))
}

const isLike = (one: Block, other: Block) =>
  keyOf(one) === keyOf(other) ||
  likeness(tokensOf(one.text), tokensOf(other.text), (token) => (isWord(token) ? 1 : 0.1)) >= alike

const keyOf = ({ kind, text }: Block) => `${kind} ${text}`

/** What became of the blocks that were read, as the parts that differ. */
function hunksOf(read: readonly Block[], other: readonly Block[]): Hunk[] {
  const hunks: Hunk[] = []
  let [at, next] = [0, 0]
  let open: Hunk | null = null
  for (const { added, removed, value } of diffArrays(read.map(keyOf), other.map(keyOf))) {
    if (!added && !removed) {
      at += value.length
      next += value.length
      open = null
      continue
    }
    if (!open) {
      open = { start: at, end: at, blocks: [] }
      hunks.push(open)
    }
    if (removed) open.end = at += value.length
    else {
      open.blocks.push(...other.slice(next, next + value.length))
      next += value.length
    }
  }
  return hunks
}

/** The parts that differ on either side, those that overlap as one. */
function regionsOf(hunks: readonly Hunk[]): Region[] {
  const regions: Region[] = []
  for (const { start, end } of hunks.toSorted(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    const last = regions.at(-1)
    const isInsertion = last && start === end && last.start === last.end && start === last.start
    if (last && (start < last.end || isInsertion)) last.end = Math.max(last.end, end)
    else regions.push({ start, end })
  }
  return regions
}

/** The hunks of a region; an insertion before a region is one of its own. */
function within(hunks: readonly Hunk[], region: Region): Hunk[] {
  const isInsertion = region.start === region.end
  return hunks.filter(({ start, end }) => {
    if (isInsertion) return start === region.start && end === region.start
    return start >= region.start && start < region.end && (end > start || start > region.start)
  })
}

function applied({ start, end }: Region, read: readonly Block[], hunks: readonly Hunk[]): Block[] {
  const blocks: Block[] = []
  let at = start
  for (const hunk of hunks) {
    blocks.push(...read.slice(at, hunk.start), ...hunk.blocks)
    at = hunk.end
  }
  return [...blocks, ...read.slice(at, end)]
}
