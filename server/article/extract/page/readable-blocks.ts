import { Readability } from '@mozilla/readability'
import { bylineIn } from '../byline'
import { isBreadcrumb, isCredit, isFurniture, isSignOff, isSiteSentence, isStop } from '../chrome-words'
import { sizeOf } from '../dump/line-classes'
import { removeJunk } from './block-filter'
import { blocksIn, type PageBlock } from './page-blocks'
import { parsePage } from './parse-page'

/** The blocks of a page's article: Readability finds the place, lists and tables it dropped there are put back. */
export function readableBlocks(html: string, base: string): PageBlock[] {
  const document = parsePage(html)
  removeJunk(document)
  const all = document.body ? blocksIn(document.body, base) : []
  const found = foundByReadability(document, base)
  return wordsIn(found) < 40 ? all : between(all, found)
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

// What stands between the first and the last found block and reads like a body was dropped by mistake.
function between(all: PageBlock[], found: PageBlock[]): PageBlock[] {
  const known = new Set(found.map(keyOf))
  const first = all.findIndex((block) => block.text !== '' && known.has(keyOf(block)))
  const last = all.findLastIndex((block) => block.text !== '' && known.has(keyOf(block)))
  const merged = all
    .slice(first, last + 1)
    .filter((block) => known.has(keyOf(block)) || isWorthKeeping(block))
  // Where the two readings cut the text differently, the found one stands.
  return wordsIn(merged) < wordsIn(found) * 0.95 || wordsIn(merged) > wordsIn(found) * 1.6 ? found : merged
}

function isWorthKeeping(block: PageBlock): boolean {
  if (block.kind === 'picture') return false
  if (block.linkShare > 0.3 || isSiteText(block.text)) return false
  return block.kind === 'table' || sizeOf(block.text) >= 8
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
  const body = blocks.filter((block) => !isSiteBlock(block))
  return untilStop(afterHead(body, title))
}

function isSiteBlock(block: PageBlock): boolean {
  if (block.kind === 'picture' || block.kind === 'table') return false
  if (block.linkShare > 0.9 && sizeOf(block.text) < 25 && block.kind !== 'heading')
    return block.kind === 'list-item' || isPointer(block.text)
  if (block.kind === 'heading') return false
  return (
    isFurniture(block.text) || isSiteSentence(block.text) || isCredit(block.text) || isBreadcrumb(block.text)
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

function isHeadMatter(block: PageBlock, title: string | null): boolean {
  if (block.kind === 'picture' || block.kind === 'caption' || block.kind === 'table') return false
  if (title && letters(block.text) === letters(title)) return true
  return bylineIn(block.text).length > 0 || isDateOnly(block.text) || isSignOff(block.text)
}

function isDateOnly(text: string): boolean {
  return (
    text.length < 90 &&
    /\b(?:19|20)\d\d\b/.test(text) &&
    /^(?:(?:published|updated|posted|last|on|at|by|am|pm|gmt|utc|est|edt|ist|et|[a-zäûéç]{3,9}\.?|\d{1,4}(?:st|nd|rd|th)?|[:.,|·•/–-]+)[\s,.:|·•/–-]*)+$/i.test(
      text,
    )
  )
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

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
