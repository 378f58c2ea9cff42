// The markup of a page as a tree, read strictly: what browsers would mend is refused, as it may show something else.
import { folded, textOf } from './page-text.mjs'

const empty = new Set(['br', 'img', 'hr', 'wbr', 'input', 'meta', 'link'])
const piece = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:\s[^<>]*)?\/?)>|([^<>]+)|[<>]/gi

/**
 * What stands inside of markup, in order: texts as they are read, and elements as `{ name, classes, attributes, inside }`.
 * Throws where an element is not closed in its turn.
 */
export function treeOf(html) {
  const root = { name: '', inside: [] }
  const open = [root]
  for (const [whole, end, name, attributes, text] of html.matchAll(piece)) {
    const parent = open.at(-1)
    if (text !== undefined) parent.inside.push(textOf(text))
    else if (!name) refuseUnless(whole.startsWith('<!--'), whole)
    else if (end) refuseUnless(open.pop().name === name, whole)
    else {
      const element = elementOf(name, attributes)
      parent.inside.push(element)
      if (!empty.has(name) && !attributes.endsWith('/')) open.push(element)
    }
  }
  refuseUnless(open.length === 1, 'its end')
  return root.inside
}

function refuseUnless(isGood, at) {
  if (!isGood) throw new Error(`markup that is not closed in its turn, at ${at}`)
}

function elementOf(name, text) {
  const attributes = new Map(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [
      key.toLowerCase(),
      textOf(value),
    ]),
  )
  const classes = (attributes.get('class') ?? '').split(/\s+/).filter(Boolean)
  return { name, attributes, classes, inside: [] }
}

export const elementsIn = ({ inside }) => inside.filter((one) => typeof one !== 'string')

/** All words of an element, or of a text. */
export const wordsOf = (node) => (typeof node === 'string' ? node : node.inside.map(wordsOf).join(''))

/** Each element inside of one, however deep. */
export const allIn = (node) => elementsIn(node).flatMap((one) => [one, ...allIn(one)])

/** Whether an element is what a word says, as in `p.meta`: its name and the first of its classes, or that it has none. */
export const isA = ({ name, classes: [first] }, word) => (first ? `${name}.${first}` : name) === word

/**
 * The elements of a place by the words for them, where all that stands there are these in this order: `?` after a word says
 * that it may be missing, `*` that there may be any number. Null where anything else stands there, be it bare text.
 */
export function partsOf(element, words) {
  if (element.inside.some((one) => typeof one === 'string' && folded(one) !== '')) return null
  const left = elementsIn(element)
  const found = {}
  for (const asked of words) {
    const [, word, times] = /^(.*?)([?*]?)$/.exec(asked)
    const most = times === '*' ? Number.POSITIVE_INFINITY : 1
    const own = []
    while (own.length < most && left[0] && isA(left[0], word)) own.push(left.shift())
    if (own.length === 0 && times === '') return null
    found[word] = times === '*' ? own : own[0]
  }
  return left.length === 0 ? found : null
}
