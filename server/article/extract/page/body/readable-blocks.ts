import { Readability } from '@mozilla/readability'
import type { PageDocument } from '../tree/page-document'
import type { PageElement } from '../tree/page-tree'
import { blocksIn, type PageBlock, wordsIn } from './page-blocks'
import { isProse, proseSection } from './prose-section'
import { isSiteText } from './site-text'

/**
 * The blocks of a page's article among all that are left of the page: Readability finds the place, lists and tables it
 * dropped there are put back. The document is used up by it.
 */
export function readableBlocks(document: PageDocument, all: PageBlock[], base: string): PageBlock[] {
  const found = isTooMuch(document) ? proseSection(all) : foundByReadability(document, base)
  // Asked only now: what Readability took out of the document is no part of a section any more.
  const section = proseSection(all)
  const dense = densestSection(all)
  if (found.filter(isProse).length <= 1 && dense.filter(isProse).length >= 3) return dense
  if (proseIn(found) < proseIn(section) * 0.5) return section
  // A page with a sentence or two: what is not links is all there is.
  if (wordsIn(found) === 0) return all.filter((block) => block.linkShare < 0.5)
  return between(all, found)
}

// Readability looks at every part again for each part around it: a page of a million elements, or of tables nested
// many hundreds deep, would take it minutes. Pages that forget to close their tags stay below.
function isTooMuch(document: PageDocument): boolean {
  const depths = new Map<PageElement | null, number>()
  let deepest = 0
  for (const element of document.querySelectorAll('*')) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1
    depths.set(element, depth)
    deepest = Math.max(deepest, depth)
  }
  return depths.size > mostElements || deepest > mostDepth
}

const mostElements = 40_000
const mostDepth = 500

// The section with the most sentences: what Readability missed on pages with one short article among long lists.
function densestSection(all: PageBlock[]): PageBlock[] {
  const sizes = new Map<PageElement | null, number>()
  for (const block of all.filter(isProse))
    sizes.set(block.within, (sizes.get(block.within) ?? 0) + block.words)
  const most = Math.max(0, ...sizes.values())
  return all.filter((block) => most > 0 && sizes.get(block.within) === most)
}

function foundByReadability(document: PageDocument, base: string): PageBlock[] {
  // The tree has all of the DOM that Readability asks for, which is far from all that its type does.
  const reader = new Readability(document as unknown as Document, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  })
  const article = reader.parse()
  // The serializer hands the element through; a page without an article gives null.
  return article?.content ? blocksIn(article.content as unknown as PageElement, base) : []
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
function sectionsOf(all: PageBlock[], known: Set<string>): Set<PageElement> {
  const counts = new Map<PageElement, number>()
  for (const block of all) {
    if (block.within && isKnown(block, known) && block.words >= 8)
      counts.set(block.within, (counts.get(block.within) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([section]) => section))
}

function isWorthKeeping(block: PageBlock, isNear: boolean): boolean {
  if (block.kind === 'picture' || block.linkShare > 0.3 || isSiteText(block.text)) return false
  return isNear || block.kind === 'table' || block.words >= 8
}

/** What a block is known by wherever it is met again: its words, or the picture's address. */
export function keyOf(block: PageBlock): string {
  return block.kind === 'picture' ? `picture ${block.address}` : block.text
}

function proseIn(blocks: PageBlock[]): number {
  return wordsIn(blocks.filter(isProse))
}
