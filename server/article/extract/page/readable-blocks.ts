import { Readability } from '@mozilla/readability'
import { bylineIn } from '../byline'
import {
  isBreadcrumb,
  isCredit,
  isFurniture,
  isMenuWord,
  isSignOff,
  isSiteSentence,
  isStop,
} from '../chrome-words'
import { endsSentence, isDateLine, sizeOf } from '../dump/line-classes'
import { lettersOf } from '../language'
import { removeJunk } from './block-filter'
import { blocksIn, type PageBlock } from './page-blocks'

/**
 * The blocks of a page's article: Readability finds the place, lists and tables it dropped there are put back.
 * The document is used up by it.
 */
export function readableBlocks(document: Document, base: string): PageBlock[] {
  removeJunk(document)
  const all = document.body ? blocksIn(document.body, base) : []
  const found = foundByReadability(document, base)
  const dense = densestSection(all)
  if (found.filter(isProse).length <= 1 && dense.filter(isProse).length >= 3) return dense
  // A page with a sentence or two: what is not links is all there is.
  if (wordsIn(found) === 0) return all.filter((block) => block.linkShare < 0.5)
  return between(all, found)
}

// The section with the most sentences: what Readability missed on pages with one short article among long lists.
function densestSection(all: PageBlock[]): PageBlock[] {
  const sizes = new Map<Element | null, number>()
  for (const block of all.filter(isProse))
    sizes.set(block.within, (sizes.get(block.within) ?? 0) + sizeOf(block.text))
  const most = Math.max(0, ...sizes.values())
  return all.filter((block) => most > 0 && sizes.get(block.within) === most)
}

function isProse(block: PageBlock): boolean {
  return (
    block.kind !== 'picture' &&
    block.kind !== 'heading' &&
    block.linkShare < 0.4 &&
    sizeOf(block.text) >= 8 &&
    endsSentence(block.text)
  )
}

function foundByReadability(document: Document, base: string): PageBlock[] {
  const reader = new Readability(document, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  })
  const article = reader.parse()
  // The serializer hands the element through; a page without an article gives null.
  return article?.content ? blocksIn(article.content as Element, base) : []
}

// What stands between the first and the last found block, or in the same section as one of them, and reads like a
// body was dropped by mistake.
function between(all: PageBlock[], found: PageBlock[]): PageBlock[] {
  const known = new Set(found.map(keyOf))
  const first = all.findIndex((block) => isKnown(block, known))
  const last = all.findLastIndex((block) => isKnown(block, known))
  const sections = sectionsOf(all, known)
  const merged = all.filter((block, index) => {
    if (known.has(keyOf(block))) return index >= first && index <= last
    const isNear = block.within !== null && sections.has(block.within)
    return (isNear || (index > first && index < last)) && isWorthKeeping(block, isNear)
  })
  // Where the two readings cut the text differently, the found one stands.
  return wordsIn(merged) < wordsIn(found) * 0.95 ? found : merged
}

function isKnown(block: PageBlock, known: Set<string>): boolean {
  return block.text !== '' && known.has(keyOf(block))
}

// A section that holds at least two found sentences is a section of the article.
function sectionsOf(all: PageBlock[], known: Set<string>): Set<Element> {
  const counts = new Map<Element, number>()
  for (const block of all) {
    if (block.within && isKnown(block, known) && sizeOf(block.text) >= 8)
      counts.set(block.within, (counts.get(block.within) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([section]) => section))
}

function isWorthKeeping(block: PageBlock, isNear: boolean): boolean {
  if (block.kind === 'picture' || block.linkShare > 0.3 || isSiteText(block.text)) return false
  return isNear || block.kind === 'table' || sizeOf(block.text) >= 8
}

function keyOf(block: PageBlock): string {
  return block.kind === 'picture' ? `picture ${block.address}` : block.text
}

function wordsIn(blocks: PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + sizeOf(block.text), 0)
}

function isSiteText(text: string): boolean {
  return (
    isStop(text) ||
    isFurniture(text) ||
    isSiteSentence(text) ||
    isSignOff(text) ||
    isBreadcrumb(text) ||
    isCredit(text) ||
    bylineIn(text).length > 0
  )
}

/** Leaves out blocks that are the site's: pointers, credits, adverts, bylines and dates at the head, boxes at the end. */
export function withoutSiteText(blocks: PageBlock[], title: string | null): PageBlock[] {
  const body = withoutRepeats(blocks.filter((block) => !isSiteBlock(block)))
  return untilStop(afterHead(body, title))
}

// Galleries and mobile doubles say a caption or a paragraph again at once, word for word.
function withoutRepeats(blocks: PageBlock[]): PageBlock[] {
  const worded = blocks.filter((block) => block.kind !== 'picture')
  const doubles = new Set(
    worded.filter((block, index) => {
      const before = worded.slice(block.kind === 'caption' ? 0 : Math.max(0, index - 5), index)
      return sizeOf(block.text) >= 8 && before.some((earlier) => earlier.text === block.text)
    }),
  )
  return blocks.filter((block) => !doubles.has(block))
}

function isSiteBlock(block: PageBlock): boolean {
  if (block.kind === 'picture' || block.kind === 'table') return false
  if (/^\S*(?:https?:\/\/|www\.|@|twitter\.com|facebook\.com)\S*$/i.test(block.text)) return true
  if (block.linkShare > 0.9 && sizeOf(block.text) < 25 && block.kind !== 'heading')
    return block.kind === 'list-item' || isPointer(block.text)
  if (block.kind === 'heading') return false
  return (
    isFurniture(block.text) ||
    isMenuWord(block.text) ||
    isSiteSentence(block.text) ||
    isCredit(block.text) ||
    isBreadcrumb(block.text)
  )
}

function isPointer(text: string): boolean {
  return !/[.!?]["”’]?$/.test(text) || /^(?:read|watch|see|more|related|listen)\b/i.test(text)
}

function afterHead(blocks: PageBlock[], title: string | null): PageBlock[] {
  const firstProse = blocks.findIndex((block) => block.kind === 'paragraph' && sizeOf(block.text) >= 20)
  const head = firstProse < 0 ? blocks.length : firstProse
  return blocks.filter((block, index) => index >= head + 1 || !isHeadMatter(block, title))
}

// "By Ana Ruiz on Monday", "Updated Nov 19, 6:55 AM": dates without a year and bylines with more than names.
const headLine = /^(?:by\s+\p{Lu}|(?:updated|posted|published|last updated|first published)\b.*\d)/iu

function isHeadMatter(block: PageBlock, title: string | null): boolean {
  if (block.kind === 'picture' || block.kind === 'caption' || block.kind === 'table') return false
  if (title && lettersOf(block.text) === lettersOf(title)) return true
  if (bylineIn(block.text).length > 0 || isDateLine(block.text, sizeOf(block.text)) || isSignOff(block.text))
    return true
  return sizeOf(block.text) <= 20 && !endsSentence(block.text) && headLine.test(block.text)
}

function untilStop(blocks: PageBlock[]): PageBlock[] {
  const total = wordsIn(blocks)
  let read = 0
  for (const [index, block] of blocks.entries()) {
    read += sizeOf(block.text)
    // A stop ends the article only when nearly all of it has been read.
    if (block.kind !== 'picture' && isStop(block.text) && read > total * 0.6)
      return trimEnd(blocks.slice(0, index))
  }
  return trimEnd(blocks.filter((block) => block.kind === 'picture' || !isStop(block.text)))
}

function trimEnd(blocks: PageBlock[]): PageBlock[] {
  const end = blocks.findLastIndex((block) => block.kind !== 'heading' && !isSignOff(block.text))
  return blocks.slice(0, end + 1)
}
