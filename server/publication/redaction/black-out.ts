/** What stands in place of words that were removed: always as long, so that nothing can be told from its length. */
export const bar = '█████'

// Another block than the bar's, which records have in a page's words as it is.
const block = '▉'

/** Whether words were blacked out in it. */
export const isBlackedOut = (value: unknown): boolean => JSON.stringify(value).includes(bar)

/**
 * The same value with a bar over these words wherever somebody wrote them: in every text, across the marks of a rationale,
 * and across the edges of a quote. Ids, hashes and fixed words stay as they are. Words are found as they are written, in
 * upper and lower case, whatever space is between them, and never inside a longer word.
 */
export function blackedOut<Value>(value: Value, words: string[]): Value {
  const pattern = patternOf(words)
  // What goes in comes out in the same shape: only texts are replaced by texts.
  return pattern ? (walk(value, pattern) as Value) : value
}

/** A text with a block for each code point of these words, so that places in it stay where they are. */
export function blackedInPlace(text: string, words: string[]): string {
  const pattern = patternOf(words)
  return pattern ? text.replace(pattern, (found) => found.replace(/\S/gu, block)) : text
}

/** A page on which each bar says what it is to those who listen; heads, data and attributes have the bar alone. */
export function withBars(html: string, label: string): string {
  const shown = (_: string, bars = bar) =>
    `<span class="blacked" role="img" aria-label="${label}">${bars}</span>`
  return html
    .split(/(<(?:script|style|title)\b[\s\S]*?<\/(?:script|style|title)>)/)
    .map((part, index) => (index % 2 ? part : part.replace(/(█+)(?=[^<>]*<)|▉+(?=[^<>]*<)/g, shown)))
    .join('')
}

/** How words are looked for; null where there are none. */
function patternOf(words: string[]): RegExp | null {
  const forms = words
    .map((word) => word.trim())
    .filter(Boolean)
    .flatMap((word) => [word.normalize('NFC'), word.normalize('NFD')])
  if (!forms.length) return null
  // The longest first: of two that begin alike the shorter would leave the end of the longer.
  const longest = [...new Set(forms)].toSorted((one, other) => other.length - one.length)
  const any = longest.map((form) => form.split(/\s+/u).map(escaped).join('\\s+')).join('|')
  return new RegExp(`(?<!${inWord})(?:${any})(?!${inWord})(?!\\p{M})`, 'gv')
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

// Scripts that are written without spaces have no edges of words to look for.
const inWord =
  '[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]]'

/** What nobody writes: ids, hashes, positions, and words of fixed lists. */
const fixed = new Set([
  ...['id', 'claimId', 'revision', 'kind', 'verdict', 'stance', 'language', 'scale', 'type', 'source'],
  ...['asKnownAt', 'position', 'sha256', 'mediaType', 'takenAt', 'exactness'],
])

function walk(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return barred([value], pattern)[0]
  if (Array.isArray(value)) return inRuns(value, pattern).map((item) => walk(item, pattern))
  // A time has no words, and no parts of its own that could be walked through.
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const walked = Object.fromEntries(
    Object.entries(acrossEdges(value, pattern)).map(([name, inside]) => [
      name,
      fixed.has(name) ? inside : walk(inside, pattern),
    ]),
  )
  // The number says what its words said, and so does what was worked out beside it.
  if (!isFigure(value) || walked.reported === value.reported) return walked
  const { workedOut: _, ...left } = walked
  return { ...left, low: null, high: null }
}

/** Texts that follow each other in a rationale are read as one: marks begin and end inside of names. */
function inRuns(items: unknown[], pattern: RegExp): unknown[] {
  const run = items.map((item) => (isText(item) ? item.text : '\n\n'))
  const texts = barred(run, pattern)
  return items.map((item, index) => (isText(item) ? { ...item, text: texts[index] } : item))
}

/** A quote is read together with what stands around it. */
function acrossEdges(value: object, pattern: RegExp): object {
  if (isQuoted(value)) {
    const { prefix, exact, suffix } = value
    const [before, inside, after] = barred([prefix, exact, suffix], pattern)
    return { ...value, prefix: before, exact: inside, suffix: after }
  }
  if (!isPublished(value)) return value
  const { claim, context } = value
  const { quote } = claim.selectors
  const [before, own, after] = barred([context.before, quote.exact, context.after], pattern)
  const [prefix, inner, suffix] = barred([quote.prefix, quote.exact, quote.suffix], pattern)
  // Of two ways to read the quote the one that shows less holds.
  const exact = own === quote.exact ? inner : own
  return {
    ...value,
    context: { before, after },
    claim: { ...claim, selectors: { ...claim.selectors, quote: { prefix, exact, suffix } } },
  }
}

/** Texts that are read as one, each with a bar over its own part of what is found. */
function barred(texts: string[], pattern: RegExp): string[] {
  const places = merged([...texts.join('').matchAll(pattern)])
  let start = 0
  return texts.map((text) => {
    const from = start
    start += text.length
    const own = places.filter((place) => place.start < start && place.end > from)
    return own.reduceRight((left, place) => {
      const [first, last] = [Math.max(0, place.start - from), Math.min(text.length, place.end - from)]
      return left.slice(0, first) + bar + left.slice(last)
    }, text)
  })
}

/** Places in order; two that touch are one, as one bar stands over both. */
function merged(found: RegExpExecArray[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  for (const { index, 0: words } of found) {
    const last = places.at(-1)
    if (last?.end === index) last.end = index + words.length
    else places.push({ start: index, end: index + words.length })
  }
  return places
}

type Text = { type: 'text'; text: string }
const isText = (item: unknown): item is Text =>
  typeof item === 'object' && item !== null && 'type' in item && item.type === 'text' && 'text' in item

type Quoted = { prefix: string; exact: string; suffix: string }
const isQuoted = (value: object): value is Quoted =>
  'prefix' in value && 'exact' in value && 'suffix' in value

type Published = {
  claim: { selectors: { quote: Quoted } }
  context: { before: string; after: string }
}
const isPublished = (value: object): value is Published => 'claim' in value && 'context' in value

const isFigure = (value: object): value is { reported: string } =>
  'reported' in value && 'low' in value && 'high' in value
