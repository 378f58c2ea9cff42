/** Words that name the same counted thing give the same key: "the people displaced" and "Displaced persons" do, "residents" does not. */
export function countedKey(counted: string): string {
  const words = folded(counted)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word && !empty.has(word))
    .map(singular)
  return moved(words).join(' ')
}

/** The same for words that name a place, a scope or a denominator: only case, accents of writing and articles do not count. */
export function wordsKey(text: string): string {
  return folded(text)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word && !articles.has(word))
    .join(' ')
}

/** Case and ways of writing the same letters; of Arabic also vowel signs, the stretching line and the article. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/(?<!\p{L})ال(?=\p{L}{3})/gu, '')
    .replace(/[’']s?(?!\p{L})/gu, '')
}

const setOf = (words: string) => new Set(words.split(' '))
const articles = setOf('a an the')
const empty = new Set([...articles, ...setOf('who that which were was are is have has been being')])

/**
 * Whether words say what is counted, not only what became of it: "affected" may be people or houses. Those that are said of
 * people alone say it.
 */
export function saysOfWhat(counted: string): boolean {
  const words = countedKey(counted).split(' ').filter(Boolean)
  return words.some((word) => !participle.test(word) || ofPeople.has(word))
}
const ofPeople = setOf(
  'displaced injured wounded killed arrested detained hospitalised hospitalized evacuated rescued drowned',
)

/** Said before or after what they are said of: "displaced people", "people displaced". */
const participle = /^\p{L}{3,}ed$/u
const participles = setOf('dead missing hurt slain shot stolen lost sent born')

/** Words that stand before or after alike come first, where the words are few enough for that to be safe. */
function moved(words: string[]): string[] {
  if (words.length > 3) return words
  const moves = (word: string) => participle.test(word) || participles.has(word)
  return [...words.filter(moves).sort(), ...words.filter((word) => !moves(word))]
}

const irregular: Record<string, string> = {
  ...{ people: 'person', persons: 'person', men: 'man', women: 'woman', children: 'child', wives: 'wife' },
  ...{ lives: 'life', policemen: 'policeman', policewomen: 'policewoman', feet: 'foot', mice: 'mouse' },
  ...{
    uses: 'use',
    abuses: 'abuse',
    excuses: 'excuse',
    refuses: 'refuse',
    recluses: 'recluse',
    fuses: 'fuse',
  },
  gases: 'gas',
}

function singular(word: string): string {
  const known = irregular[word]
  if (known) return known
  if (word.length < 4 || !/^[a-z]+$/.test(word) || /(?:ss|us|is|ws)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  // "Buses" is of "bus", "houses" and "causes" are not of "hous" and "caus".
  if (/(?:sses|xes|ches|shes|[^aeo]uses)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
