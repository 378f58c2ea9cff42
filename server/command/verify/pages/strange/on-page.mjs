// What stands on a page beside what its record says: words in places that hold others, and places that no page has.
import { allIn, elementsIn, treeOf, wordsOf } from '../markup.mjs'
import { folded } from '../page-text.mjs'
import { claimPlaces, nameOfClaimPlace } from './on-claim.mjs'
import { dossierPlaces, nameOfDossierPlace } from './on-dossier.mjs'
import { strange } from './told.mjs'

/**
 * What a page says beside its record: a list of sentences, empty where it says nothing else. Headings, dates and the like
 * are the page's own, in its language: they have their places and a length. `isVersion` is the page of a version, under its
 * own address.
 */
export function strangeOnPage(record, page, { isVersion }) {
  try {
    const body = treeOf(bodyOf(page))
    const main = body.find(({ name }) => name === 'main')
    return [...strangeAround(body), ...strangeAnywhere(main), ...strangeInPlaces(record, main, isVersion)]
  } catch (error) {
    return [`the page has ${error.message}`]
  }
}

const bodyOf = (page) => /<body\b[^>]*>([\s\S]*)<\/body>/.exec(page.toString('utf8'))?.[1] ?? ''

/** Above and below the check stands what all pages have. */
function strangeAround(body) {
  const wanted = ['a.skip', 'svg.sprite', 'header.pub-mast', 'aside.demo', 'main.pub-grid', 'footer.pub-foot']
  const known = body.map((one) => wanted.indexOf(`${one.name}.${one.classes?.[0]}`))
  const isInOrder = known.every((place, index) => place >= 0 && (index === 0 || place > known[index - 1]))
  const drawn = body.find(({ name }) => name === 'svg')
  return [
    ...(isInOrder ? [] : [strange('around the check', wordsAround(body))]),
    ...(drawn && folded(wordsOf(drawn)) ? [strange('among its marks', wordsOf(drawn))] : []),
  ]
}

const wordsAround = (body) =>
  body
    .filter(({ name }) => name !== 'main')
    .map(wordsOf)
    .join(' ')

/** What hides words or says others to those who listen, and a verdict's stamp anywhere but below the heading. */
function strangeAnywhere(main) {
  const all = allIn(main)
  const hidden = all.filter((element) => hides(element))
  const stamps = all.filter(({ classes }) => classes.includes('stamp'))
  return [
    ...hidden.map((element) => strange('where it is hidden or named otherwise', wordsOf(element))),
    ...stamps.slice(1).map((stamp) => strange('as another stamp', wordsOf(stamp))),
  ]
}

const listened = new Set(['section', 'aside', 'a', 'span', 'ol', 'ul', 'nav', 'svg', 'table'])

function hides({ name, classes, attributes }) {
  if (['script', 'style', 'template', 'noscript', 'object', 'embed', 'iframe', 'img', 'input'].includes(name))
    return true
  const isSilent = attributes.has('aria-hidden') && name !== 'svg' && !classes.includes('flag')
  const isRenamed = attributes.has('aria-label') && !listened.has(name)
  const isUnseen = classes.includes('vh') && !['span', 'caption'].includes(name)
  const others = [...attributes.keys()].some((key) => /^(hidden|style|inert|popover|on.*)$/.test(key))
  return isSilent || isRenamed || isUnseen || (others && name !== 'text' && name !== 'g')
}

/** Each place is known, stands in its order, and holds what the record says. */
function strangeInPlaces(record, main, isVersion) {
  const isClaim = record.dossier === undefined
  const [places, nameOf] = isClaim
    ? [claimPlaces({ ...record, isVersion }), nameOfClaimPlace]
    : [dossierPlaces({ ...record, isVersion }), nameOfDossierPlace]
  const order = places.map(([name]) => name)
  let last = 0
  return [
    ...main.inside
      .filter((one) => typeof one === 'string' && folded(one))
      .map((text) => strange('bare', text)),
    ...elementsIn(main).flatMap((element) => {
      const at = order.indexOf(nameOf(element), last)
      if (at < 0) return [strange('in a place of its own', wordsOf(element))]
      const [, strangeIn, isMany = false] = places[at]
      last = isMany ? at : at + 1
      return strangeIn(element)
    }),
  ]
}
