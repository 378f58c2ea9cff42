/** What is known of an article that may belong to a dossier. */
export type Known = {
  id: string
  title: string
  publisher: string | null
  published: string | null
  topics: string[]
  speakers: string[]
}

/** Why an article may belong with others, each with what they share. */
export type Bond =
  | { kind: 'topics' | 'speakers' | 'words'; shared: string[] }
  | { kind: 'days'; days: number }
export type Suggested = Known & { bonds: Bond[] }

/** Articles about one event appear within these days, as a rule. */
const mostDays = 14
/** Words that stand in more of the titles than this share say nothing about one event. */
const tooCommon = 0.25
const mostSuggested = 5

/**
 * Articles that may belong to a dossier, the likeliest first: what shares a topic, somebody who is quoted, or two words of
 * a title that few others have. Days count beside these, never alone; each suggestion says what it rests on. `silent` are
 * words, as `wordsOf` gives them, that tell nothing in their language.
 */
export function suggestedFor(
  within: Known[],
  others: Known[],
  silent: ReadonlySet<string> = new Set(),
): Suggested[] {
  const rare = rareWords([...within, ...others], silent)
  const among = {
    topics: new Set(within.flatMap(({ topics }) => topics.map(folded))),
    speakers: new Set(within.flatMap(({ speakers }) => speakers.map(folded))),
    words: new Set(
      within.flatMap(({ title }) => [...wordsOf(title).keys()].filter((word) => rare.has(word))),
    ),
  }
  return others
    .map((article) => ({ ...article, bonds: bondsOf(article, among, within) }))
    .filter(({ bonds }) => bonds.some(({ kind }) => kind !== 'days'))
    .toSorted((one, other) => weightOf(other.bonds) - weightOf(one.bonds) || (one.id < other.id ? -1 : 1))
    .slice(0, mostSuggested)
}

type Among = { topics: Set<string>; speakers: Set<string>; words: Set<string> }

function bondsOf(article: Known, among: Among, within: Known[]): Bond[] {
  const topics = article.topics.filter((topic) => among.topics.has(folded(topic)))
  const speakers = article.speakers.filter((speaker) => among.speakers.has(folded(speaker)))
  const words = [...wordsOf(article.title)].flatMap(([word, written]) =>
    among.words.has(word) ? [written] : [],
  )
  const days = daysApart(article, within)
  return [
    ...(topics.length ? [{ kind: 'topics' as const, shared: topics }] : []),
    ...(speakers.length ? [{ kind: 'speakers' as const, shared: speakers }] : []),
    ...(words.length > 1 ? [{ kind: 'words' as const, shared: words }] : []),
    ...(days !== null && days <= mostDays ? [{ kind: 'days' as const, days }] : []),
  ]
}

const weightOf = (bonds: Bond[]) =>
  bonds.reduce((sum, bond) => sum + (bond.kind === 'days' ? 1 : bond.shared.length + 1), 0)

function rareWords(all: Known[], silent: ReadonlySet<string>): Set<string> {
  const times = new Map<string, number>()
  for (const { title } of all)
    for (const word of wordsOf(title).keys()) times.set(word, (times.get(word) ?? 0) + 1)
  const most = Math.max(3, all.length * tooCommon)
  return new Set([...times].flatMap(([word, count]) => (count <= most && !silent.has(word) ? [word] : [])))
}

const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/**
 * Words of a title that can tell, each folded and as it is written: of two letters in scripts that write whole words in few,
 * of four in others.
 */
export function wordsOf(title: string): Map<string, string> {
  const words = title.normalize('NFKC').split(/[^\p{L}\p{N}]+/u)
  const telling = words.filter((word) => word.length > (/^[\p{Script=Latin}\d]+$/u.test(word) ? 3 : 1))
  return new Map(telling.map((word) => [folded(word), word]))
}

function daysApart({ published }: Known, within: Known[]): number | null {
  const at = Date.parse(published ?? '')
  const apart = within
    .map((other) => Math.abs(Date.parse(other.published ?? '') - at) / 86_400_000)
    .filter((days) => !Number.isNaN(days))
  return apart.length ? Math.round(Math.min(...apart)) : null
}
