// Whether a page says what its record says: what decides in its place, all else somewhere, word for word, and nothing besides.
import { parsed } from '../log/whole-log.mjs'
import { folded, insideOf, mainOf, textOf } from './page-text.mjs'
import { strangeOnPage } from './strange/on-page.mjs'

/**
 * Why a page does not say what a record says, or says more: a list of sentences, empty when it says just that. `isVersion`
 * is the page of a version, under its own address.
 */
export function faultsOfPage(record, page, { isVersion }) {
  const said = parsed(record)
  try {
    const main = mainOf(page)
    const faults =
      said.dossier === undefined ? faultsOfClaim(said, main) : faultsOfDossier(said.content, main)
    // Where words are missing, what stands in their place is told with them.
    return faults.length > 0 ? faults : strangeOnPage(said, page, { isVersion })
  } catch {
    // Whoever changes a record may leave out anything.
    return ['its record lacks what a page must say']
  }
}

function faultsOfClaim({ kind, publicNote, content }, main) {
  const { claim, authors, approvedBy } = content
  const isRetracted = kind === 'retraction'
  const quoted = insideOf(main, 'figure', 'cl-quote').flatMap((figure) => insideOf(figure, 'q'))
  const answers = insideOf(main, 'p', 'answer')
  const notes = insideOf(main, 'section', isRetracted ? 'standing' : 'corr-note')
  const reasons = [claim.notKnown, ...proseOf(claim.rationale), content.dissent?.reason]
  const sources = claim.sources.flatMap(({ title, quote }) => [title, quote])
  return [
    ...faultOfPlace('as its heading', insideOf(main, 'h1'), claim.statement),
    ...faultsOfStamp(insideOf(main, 'p', 'stamp'), { kind, content }),
    ...(isRetracted && answers.length === 0 ? [] : faultOfPlace('as its answer', answers, claim.shortAnswer)),
    ...faultOfPlace('as its quote', quoted, claim.selectors.quote.exact),
    ...(kind === 'first' ? [] : faultsAnywhere(notes.join(' '), [publicNote], ' as its note')),
    ...faultsAnywhere(main, [...(isRetracted ? [] : [...reasons, ...sources]), ...authors, ...approvedBy]),
  ]
}

/** The verdict's label and mark; what was retracted has none that could be taken for what is held. */
function faultsOfStamp(stamps, { kind, content: { claim, scale } }) {
  if (kind === 'retraction' || claim.verdict === null)
    return stamps.length === 0 ? [] : ['the page has the stamp of a verdict']
  const label = scale?.find(({ verdict }) => verdict === claim.verdict)?.label
  const labels = stamps.map((stamp) => stamp.replace(/<span class="vh">[\s\S]*?<\/span>/, ''))
  const marks = stamps.flatMap((stamp) =>
    [...stamp.matchAll(/href="#mark-([\w-]*)"/g)].map(([, mark]) => mark),
  )
  const isMarked = marks.length === 1 && marks[0] === claim.verdict
  return [
    // Versions from before scales were kept say their label in the language of the page alone.
    ...(label === undefined ? [] : faultOfPlace('on its stamp', labels, label)),
    ...(isMarked ? [] : [`the page has another mark on its stamp than that of: ${claim.verdict}`]),
  ]
}

/** Explanations stand on the page as long as the figures that they are about stand there. */
function faultsOfDossier({ name, articles, retraction }, main) {
  const notes = insideOf(main, 'section', 'dos-retracted')
  const list = insideOf(main, 'ul', 'dos-articles').join(' ')
  return [
    ...faultOfPlace('as its heading', insideOf(main, 'h1'), name),
    ...(retraction ? faultsAnywhere(notes.join(' '), [retraction.text], ' as its retraction') : []),
    ...(retraction || notes.length === 0 ? [] : ['the page says that it is retracted, which no entry says']),
    ...faultsAnywhere(
      list,
      articles.map(({ title }) => title),
      ' in its list of articles',
    ),
  ]
}

/** A place holds these words and no others, and is there once. */
function faultOfPlace(place, found, words) {
  const isSaid = found.length === 1 && folded(textOf(found[0])) === folded(words)
  return isSaid ? [] : [`the page does not say ${place}: ${words}`]
}

function faultsAnywhere(html, said, place = '') {
  const text = folded(textOf(html))
  return said
    .filter((words) => words && !text.includes(folded(words)))
    .map((words) => `the page does not say${place}: ${words}`)
}

/** The texts of a ProseMirror document, mark by mark. */
const proseOf = (node) =>
  typeof node.text === 'string' ? [node.text] : (node.content ?? []).flatMap(proseOf)
