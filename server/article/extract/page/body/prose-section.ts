import { endsSentence } from '../../dump/line-classes'
import type { PageElement } from '../tree/page-tree'
import { type PageBlock, wordsIn } from './page-blocks'

/** Whether a block is made of sentences rather than of links and labels. */
export function isProse(block: PageBlock): boolean {
  return (
    block.kind !== 'picture' &&
    block.kind !== 'heading' &&
    block.linkShare < 0.4 &&
    block.words >= 8 &&
    endsSentence(block.text)
  )
}

/**
 * The blocks of the part that names itself the article's body, else of the innermost part that holds nearly all of the
 * page's sentences; empty where links outweigh them. (The ideas of trafilatura and boilerpipe: names first, then the
 * density of text and links.)
 */
export function proseSection(all: PageBlock[]): PageBlock[] {
  const words = new Map<PageElement, number>()
  let total = 0
  for (const block of all.filter(isProse)) {
    total += block.words
    for (let part = block.within; part; part = part.parentElement)
      words.set(part, (words.get(part) ?? 0) + block.words)
  }
  const section = fullest(words) ?? innermost(words, total * 0.75)
  return section ? unlinked(all.filter((block) => block.within && section.contains(block.within))) : []
}

const bodyNames =
  /^(?:article-?body|entry|(?:td-?)?(?:article|entry|post|story|news|blog|blogpost)[-_]{0,2}(?:single[-_])?(?:body|content|contents|text|main))$/i

// Of several parts with such a name, as on a page that strings articles together, the one with most to read.
function fullest(words: Map<PageElement, number>): PageElement | null {
  let best: PageElement | null = null
  for (const [part, size] of words) {
    if (size > (best ? (words.get(best) ?? 0) : 0) && isNamedBody(part)) best = part
  }
  return best
}

function isNamedBody(part: PageElement): boolean {
  if (part.getAttribute('itemprop') === 'articleBody') return true
  return [part.id, ...(part.getAttribute('class') ?? '').split(/\s+/)].some((name) => bodyNames.test(name))
}

function unlinked(blocks: PageBlock[]): PageBlock[] {
  const linked = blocks.filter((block) => block.linkShare >= 0.5)
  return wordsIn(linked) > wordsIn(blocks) * 0.3 ? [] : blocks.filter((block) => block.linkShare < 0.5)
}

// Parts that hold enough are nested in each other; the innermost is the one with the most ancestors among them.
function innermost(words: Map<PageElement, number>, enough: number): PageElement | null {
  let best: PageElement | null = null
  for (const [part, size] of words) {
    if (size >= enough && (!best || best.contains(part))) best = part
  }
  return best
}
