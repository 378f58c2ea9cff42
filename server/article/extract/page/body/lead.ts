import { endsSentence, isDateLine } from '../../dump/line-classes'
import { lettersOf } from '../../language'
import type { PageElement } from '../tree/page-tree'
import type { PageBlock } from './page-blocks'
import { keyOf } from './readable-blocks'
import { isSiteText } from './site-text'

/** What stands between a page's headline and its body: a standfirst that is named as one, and leading paragraphs. */
export type Lead = { standfirst: PageBlock | null; paragraphs: PageBlock[] }

/** Finds what leads from the headline to the body, often in a header of its own; the title is the page's own. */
export function leadOf(all: PageBlock[], body: PageBlock[], title: string): Lead {
  const known = new Set(body.map(keyOf))
  const first = all.findIndex((block) => block.text !== '' && known.has(keyOf(block)))
  const headline = all.findLastIndex((block, at) => at < first && isHeadline(block, lettersOf(title)))
  const from = headline >= 0 ? headline + 1 : Math.max(0, first - 5)
  if (first < 0 || first - from > 25) return { standfirst: null, paragraphs: [] }
  const lead = all.slice(from, first).filter((block) => isLead(block, headline >= 0))
  return {
    standfirst: lead.find(isStandfirst) ?? null,
    paragraphs: lead
      .filter((block) => !isStandfirst(block))
      .map((block) => ({ ...block, kind: 'paragraph' })),
  }
}

function isHeadline(block: PageBlock, title: string): boolean {
  const words = lettersOf(block.text)
  return block.kind === 'heading' && words.length > 8 && title.includes(words)
}

function isLead(block: PageBlock, isBelowHeadline: boolean): boolean {
  if (!['paragraph', 'heading', 'list-item'].includes(block.kind) || block.linkShare > 0.2) return false
  const size = block.words
  if (isSiteText(block.text) || isDateLine(block.text, size)) return false
  if (!isBelowHeadline) return size >= 15 && endsSentence(block.text)
  return isStandfirst(block) || (size >= 8 && endsSentence(block.text)) || size >= 20
}

const standfirstNames =
  /(?:^|[\s_-])(?:\w*-)?(?:standfirst|dek|deck|sub-?(?:title|head(?:ing|line)?|line)|summary|strap-?line|tag-?line|blurb|kicker-?text)(?:$|[\s_-])/i

/** Whether a block is named a standfirst, by itself or by what holds little more than it. */
export function isStandfirst(block: PageBlock): boolean {
  let element: PageElement | null = block.element
  for (let steps = 0; element && steps < 3; steps++) {
    if ((element.textContent ?? '').trim().length > block.text.length * 1.3 + 20) return false
    const named = (element.getAttribute('class') ?? '').replace(/([a-z\d])([A-Z])/g, '$1-$2')
    if (standfirstNames.test(named)) return true
    element = element.parentElement
  }
  return false
}
