import { bylineIn } from '../../byline'
import {
  endsInCredit,
  isBreadcrumb,
  isCredit,
  isFurniture,
  isMenuWord,
  isSignOff,
  isSiteSentence,
  isStop,
} from '../../chrome-words'
import { endsSentence, isDateLine } from '../../dump/line-classes'
import { lettersOf } from '../../language'
import { datesIn } from '../../stated-date'
import { type PageBlock, wordsIn } from './page-blocks'

/** Whether words are the site's own: a pointer, a credit, a path, a byline. */
export function isSiteText(text: string): boolean {
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
  const body = withoutRepeats(blocks.filter((block, at) => !isSiteBlock(block) && !isLinkedList(blocks, at)))
  return untilStop(afterHead(body, title)).map(asCaption)
}

// Many sites set a caption as a paragraph; the owner of the picture at its end tells it.
function asCaption(block: PageBlock): PageBlock {
  const isCaption = block.kind === 'paragraph' && block.words <= 60 && endsInCredit(block.text)
  return isCaption ? { ...block, kind: 'caption' } : block
}

// Galleries and mobile doubles say a caption or a paragraph again at once, word for word.
function withoutRepeats(blocks: PageBlock[]): PageBlock[] {
  const worded = blocks.filter((block) => block.kind !== 'picture')
  const doubles = new Set(
    worded.filter((block, index) => {
      const before = worded.slice(block.kind === 'caption' ? 0 : Math.max(0, index - 5), index)
      return block.words >= 8 && before.some((earlier) => isSaidBy(earlier, block))
    }),
  )
  return blocks.filter((block) => !doubles.has(block))
}

// A caption is said again with the picture's owner behind it.
function isSaidBy(earlier: PageBlock, block: PageBlock): boolean {
  if (block.kind !== 'caption') return earlier.text === block.text
  return earlier.kind === 'caption' && earlier.text.slice(0, 60) === block.text.slice(0, 60)
}

function isSiteBlock(block: PageBlock): boolean {
  if (block.kind === 'picture' || block.kind === 'table') return false
  if (/^\S*(?:https?:\/\/|www\.|@|twitter\.com|facebook\.com)\S*$/i.test(block.text)) return true
  if (block.linkShare > 0.9 && block.kind !== 'heading')
    return isPointer(block.text) || (block.kind === 'list-item' && block.words < 25)
  if (block.kind === 'heading') return isFurniture(block.text)
  return (
    isFurniture(block.text) ||
    isMenuWord(block.text) ||
    isSiteSentence(block.text) ||
    isCredit(block.text) ||
    isBreadcrumb(block.text) ||
    isLabelledDate(block)
  )
}

// Headlines of other articles: links among the items of a list, or one after the other with nothing between.
function isLinkedList(blocks: PageBlock[], at: number): boolean {
  const isLinked = (block: PageBlock | undefined) => block?.kind === 'heading' && block.linkShare > 0.9
  const block = blocks[at]
  if (!block || !isLinked(block)) return false
  return block.element.closest('li') !== null || isLinked(blocks[at - 1]) || isLinked(blocks[at + 1])
}

function isLabelledDate({ text, words }: PageBlock): boolean {
  if (!isDateLine(text, words)) return false
  const { published, updated } = datesIn(text)
  return published !== null || updated !== null
}

function isPointer(text: string): boolean {
  return !/[.!?]["”’]?$/.test(text) || /^(?:read|watch|see|more|related|listen)\b/i.test(text)
}

function afterHead(blocks: PageBlock[], title: string | null): PageBlock[] {
  const firstProse = blocks.findIndex((block) => block.kind === 'paragraph' && block.words >= 20)
  const head = firstProse < 0 ? blocks.length : firstProse
  return blocks.filter((block, index) => index >= head + 1 || !isHeadMatter(block, title))
}

// "By Ana Ruiz on Monday", "Updated Nov 19, 6:55 AM": dates without a year and bylines with more than names.
const headLine = /^(?:by\s+\p{Lu}|(?:updated|posted|published|last updated|first published)\b.*\d)/iu

function isHeadMatter(block: PageBlock, title: string | null): boolean {
  if (block.kind === 'picture' || block.kind === 'caption' || block.kind === 'table') return false
  if (title && lettersOf(block.text) === lettersOf(title)) return true
  if (bylineIn(block.text).length > 0 || isDateLine(block.text, block.words) || isSignOff(block.text))
    return true
  return block.words <= 20 && !endsSentence(block.text) && headLine.test(block.text)
}

// A stop ends the article only when nearly all of its sentences have been read; elsewhere it is one line too many.
function untilStop(blocks: PageBlock[]): PageBlock[] {
  const isStopBlock = (block: PageBlock) => block.kind !== 'picture' && isStop(block.text)
  const isSentence = (block: PageBlock) => block.kind !== 'picture' && endsSentence(block.text)
  const total = wordsIn(blocks.filter(isSentence))
  let read = 0
  const end = blocks.findIndex((block) => {
    if (isSentence(block)) read += block.words
    return total - read <= total * 0.2 && isStopBlock(block)
  })
  return trimEnd((end < 0 ? blocks : blocks.slice(0, end)).filter((block) => !isStopBlock(block)))
}

function trimEnd(blocks: PageBlock[]): PageBlock[] {
  const end = blocks.findLastIndex((block) => block.kind !== 'heading' && !isSignOff(block.text))
  return blocks.slice(0, end + 1)
}
