import { de } from './words/de'
import { en } from './words/en'

/** The lists of words by which features are seen, words, beginnings of words ("rais*") and phrases after each other. */
export type Lists = Record<
  | 'number'
  | 'percent'
  | 'money'
  | 'unit'
  | 'date'
  | 'quantity'
  | 'superlative'
  | 'comparison'
  | 'change'
  | 'cause'
  | 'authority'
  | 'attribution'
  | 'evidence'
  | 'law'
  | 'harm'
  | 'negation'
  | 'hedge'
  | 'future'
  | 'opinion'
  | 'firstPerson'
  | 'reader'
  | 'orders',
  string
>

/** A list that is looked for in texts. */
export type List = Exclude<keyof Lists, 'orders'>

export type Lexicon = {
  /** Which lists have a word or a phrase in a text. */
  find: (text: string) => Set<List>
  /** Whether a sentence tells its reader to do something, by how it begins. */
  beginsAsOrder: (text: string) => boolean
  hasNounsInCapitals: boolean
}

function lexiconFrom({ orders, ...lists }: Lists, hasNounsInCapitals: boolean): Lexicon {
  // Every list but that of the orders is there.
  const seekers = Object.entries(lists).map(([name, list]) => seekerFor(name as List, list))
  const known = new Map<string, WordSeen>()
  const see = (word: string): WordSeen => {
    const seen = known.get(word) ?? {
      // "The law’s" has the law in it.
      in: seekers.filter(({ has }) => has(word.replace(/['’]s$/, ''))).map(({ name }) => name),
      opens: seekers.filter(({ opener }) => opener?.test(word)),
    }
    if (known.size < mostKnown) known.set(word, seen)
    return seen
  }
  const find = (text: string) => {
    const found = new Set<List>()
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? []
    const joined = ` ${words.join(' ')} `
    for (const word of words) {
      const seen = see(word)
      for (const list of seen.in) found.add(list)
      for (const { name, phrase } of seen.opens) if (!found.has(name) && phrase?.test(joined)) found.add(name)
    }
    return found
  }
  const order = oneOf(partsOf(orders), '^[^\\p{L}]*(?:', ')(?![\\p{L}\\p{N}])')
  return { find, beginsAsOrder: (text) => order.test(text.toLowerCase()), hasNounsInCapitals }
}

/** The lists that a word stands in, and those with a phrase that begins with it. Words come again and again. */
type WordSeen = { in: List[]; opens: Seeker[] }
const mostKnown = 20_000

type Seeker = { name: List; has: (word: string) => boolean; opener: RegExp | null; phrase: RegExp | null }

function seekerFor(name: List, list: string): Seeker {
  const parts = partsOf(list)
  const phrases = parts.filter((part) => part.includes(' '))
  const openers = phrases.map((phrase) => phrase.split(' ', 1)[0] ?? '')
  return {
    name,
    has: wordsIn(parts.filter((part) => !part.includes(' '))),
    opener: phrases.length ? oneOf(openers, '^(?:', ')$') : null,
    phrase: phrases.length ? oneOf(phrases, ' (?:', ') ') : null,
  }
}

/** Most words of a list are looked up; what is left is compared letter by letter. */
function wordsIn(parts: readonly string[]): (word: string) => boolean {
  const whole = new Set(parts.filter((part) => /^[\p{L}\p{N}]+$/u.test(part)))
  const beginnings = parts.flatMap((part) => /^([\p{L}\p{N}]+)\*$/u.exec(part)?.[1] ?? [])
  const others = parts.filter((part) => !/^[\p{L}\p{N}]+\*?$/u.test(part))
  const other = others.length ? oneOf(others, '^(?:', ')$') : null
  return (word) =>
    whole.has(word) || beginnings.some((part) => word.startsWith(part)) || other?.test(word) === true
}

/** The words and phrases of a list, divided by commas; one that ends in "*" may go on. */
const partsOf = (list: string) => list.split(',').map((part) => part.trim())

/** Looks in words in lower case: to look past capitals is dear with letters of all languages. */
function oneOf(parts: readonly string[], before: string, after: string): RegExp {
  const written = parts.map((part) => part.replace(/\*$/, '\\p{L}*'))
  return new RegExp(before + written.join('|') + after, 'u')
}

const english = lexiconFrom(en, false)
const lexicons: Record<string, Lexicon> = { en: english, de: lexiconFrom(de, true) }

/** The words of a language; of one that nobody has listed, the English ones: numbers and names are seen all the same. */
export function lexiconOf(language: string | null): Lexicon {
  return lexicons[language?.split('-')[0]?.toLowerCase() ?? 'en'] ?? english
}
