import { newcomers, type Story, type Written } from './stories'

/** What is known of a passage: its place in the earlier text, what became of it, and where that stands, in code points. */
export type Labelled = {
  span: Span
  expected: 'same' | 'cosmetic' | 'edited' | 'substantive' | 'moved' | 'removed'
  now: Span | null
}
type Span = { start: number; end: number }
/** Two revisions of a story and what became of its passages. */
export type Revised = { before: string; after: string; passages: Labelled[] }

/** What is done to a sentence; the shares are out of a hundred, and most of a real revision is as it was. */
const shares: [Deed, number][] = [
  ['keep', 54],
  ['remove', 12],
  ['reworded', 11],
  ['rewritten', 5],
  ['corrected', 12],
  ['reset', 6],
]
type Deed = 'keep' | 'remove' | 'reworded' | 'rewritten' | 'corrected' | 'reset'
type Line = { was: string | null; is: string | null; deed: Deed | 'new'; isAltering: boolean }

/** One revision of a story by chance; the same chance gives the same one. Its passages are whole sentences and clauses. */
export function revise({ paragraphs }: Story, chance: () => number): Revised {
  const before = paragraphs.map((sentences) => sentences.map(({ is }) => is))
  const lines = paragraphs.map((sentences) =>
    withNewcomers(
      sentences.map((one) => changed(one, chance)),
      chance,
    ),
  )
  const moved = chance() < 0.25 && lines.length > 2 ? Math.floor(chance() * lines.length) : null
  const order = lines.map((_, index) => index)
  if (moved !== null)
    order.splice(moved < lines.length / 2 ? lines.length - 1 : 0, 0, ...order.splice(moved, 1))
  const after = order.map((index) => (lines[index] ?? []).flatMap(({ is }) => (is === null ? [] : [is])))
  const [places, laterPlaces] = [placesOf(before), placesOf(after)]
  const passages = lines.flatMap((sentences, paragraph) => {
    let [one, other] = [0, 0]
    return sentences.flatMap(({ was, is, deed, isAltering }) => {
      const start = was === null ? 0 : (places[paragraph]?.[one++] ?? 0)
      const now = is === null ? null : (laterPlaces[order.indexOf(paragraph)]?.[other++] ?? 0)
      if (was === null || deed === 'new') return []
      return labelled({ was, is, deed, isAltering, start, now, isMoved: paragraph === moved }, chance)
    })
  })
  return { before: textOf(before), after: textOf(after), passages }
}

function changed(written: Written, chance: () => number): Line {
  const deed = drawn(chance() * 100)
  const line = { was: written.is, deed, isAltering: false }
  if (deed === 'keep') return { ...line, is: line.was }
  if (deed === 'remove') return { ...line, is: null }
  if (deed === 'reset') {
    const is = resetOf(line.was)
    return { ...line, is, deed: is === line.was ? 'keep' : deed }
  }
  const isAltering = deed === 'corrected' || written.altering.includes(deed)
  return { ...line, is: written[deed], isAltering }
}

function drawn(number: number): Deed {
  let upTo = 0
  for (const [deed, share] of shares) {
    upTo += share
    if (number < upTo) return deed
  }
  return 'keep'
}

const resetOf = (text: string) =>
  text
    .replace(/[“”]/g, '"')
    .replace('’', "'")
    .replace(/(\d) per cent/, '$1\u00a0per cent')

function withNewcomers(lines: Line[], chance: () => number): Line[] {
  return lines.flatMap((line) => {
    if (chance() > 0.15) return [line]
    const is = newcomers[Math.floor(chance() * newcomers.length)] ?? ''
    const isIn = lines.some((one) => one.was === is)
    return isIn ? [line] : [line, { was: null, is, deed: 'new' as const, isAltering: false }]
  })
}

type Change = Line & { was: string; deed: Deed; start: number; now: number | null; isMoved: boolean }

/** The whole sentence, and for one that was kept or went a clause of it. */
function labelled(
  { was, is, deed, isAltering, start, now, isMoved }: Change,
  chance: () => number,
): Labelled[] {
  const whole = { start, end: start + lengthOf(was) }
  if (is === null || now === null) {
    const clause = clauseOf(was, chance)
    const part = clause && { start: start + clause.start, end: start + clause.end }
    return [whole, ...(part ? [part] : [])].map((span) => ({ span, expected: 'removed', now: null }))
  }
  const others = isAltering ? 'substantive' : afterDeed[deed]
  const expected = isMoved && (deed === 'keep' || deed === 'reset') ? 'moved' : others
  const all: Labelled = { span: whole, expected, now: { start: now, end: now + lengthOf(is) } }
  const clause = deed === 'keep' ? clauseOf(was, chance) : null
  if (!clause) return [all]
  const part = { start: start + clause.start, end: start + clause.end }
  return [all, { span: part, expected, now: { start: now + clause.start, end: now + clause.end } }]
}

const afterDeed = {
  keep: 'same',
  remove: 'removed',
  reworded: 'edited',
  rewritten: 'edited',
  corrected: 'substantive',
  reset: 'cosmetic',
} as const

/** Some words in a row of a sentence, at least three. */
function clauseOf(sentence: string, chance: () => number): Span | null {
  const words = [...sentence.matchAll(/\S+/g)]
  if (words.length < 5) return null
  const first = Math.floor(chance() * (words.length - 3))
  const last = first + 2 + Math.floor(chance() * (words.length - first - 2))
  const [from, to] = [words[first], words[last]]
  if (!from || !to) return null
  return {
    start: lengthOf(sentence.slice(0, from.index)),
    end: lengthOf(sentence.slice(0, to.index + to[0].length)),
  }
}

const textOf = (paragraphs: string[][]) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')

/** Where each sentence of each paragraph begins in the text, in code points. */
function placesOf(paragraphs: string[][]): number[][] {
  let at = 0
  return paragraphs.map((sentences) => {
    const starts = sentences.map((sentence) => {
      const start = at
      at += lengthOf(sentence) + 1
      return start
    })
    at += sentences.length > 0 ? 1 : 2
    return starts
  })
}

const lengthOf = (text: string) => [...text].length
