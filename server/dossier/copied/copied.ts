import { isStatedBefore } from '../../date/stated-order'
import { type Match, matchesAmong } from './alike'
import { creditsIn } from './attribution'
import { type RewrittenSentence, rewriteOf } from './rewrite'
import { type Sentence, sentencesToCompare, type Told } from './sentence'

/** Why one article is taken for the earlier one of two: it is credited, it is dated earlier, or neither tells. */
export type CopyReason = 'credited' | 'earlier' | 'undated'

/** An article's standing among others: an origin (`from` is null), or a copy of another one with the share of its words that it has from there. */
export type Standing = {
  id: string
  from: { id: string; share: number; because: CopyReason } | null
  /** Whom it credits, of the publishers of all and the agencies. */
  credits: string[]
  /** Of a copy, its sentences as they became; none of an origin. */
  rewrite: RewrittenSentence[]
}

/** Who copied whom: every article's standing in the given order, and each independent origin with all that goes back to it. */
export type Copied = { articles: Standing[]; origins: { id: string; copies: string[] }[] }

/** From this share of its words on, an article was made from another one; where it credits it, a smaller one is enough. */
const [copiedFrom, creditedFrom] = [0.3, 0.1]

type Read = Told & { sentences: Sentence[]; credits: string[] }

/** Who among articles about one event copied whom, from their sentences, their credits and their dates. */
export function copiedAmong(articles: readonly Told[]): Copied {
  const publishers = articles.flatMap(({ publisher }) => publisher ?? [])
  const read = articles.map((article): Read => {
    const text = article.blocks.map((block) => block.text).join('\n')
    const others = publishers.filter((name) => name !== article.publisher)
    return { ...article, sentences: sentencesToCompare(article), credits: creditsIn(text, others) }
  })
  const matches = matchesAmong(read.flatMap(({ sentences }) => sentences))
  const from = sourcesOf(read, matches)
  const standings = read.map(({ id, credits, sentences }): Standing => {
    const source = from.get(id) ?? null
    return { id, from: source, credits, rewrite: source ? rewriteOf(sentences, matches) : [] }
  })
  return { articles: standings, origins: originsOf(standings) }
}

/** The one article that each copy has most from; nothing comes, however far round, from itself. */
function sourcesOf(all: Read[], matches: ReadonlyMap<Sentence, Match[]>) {
  const from = new Map<string, NonNullable<Standing['from']>>()
  const rootOf = (id: string): string => {
    const source = from.get(id)
    return source ? rootOf(source.id) : id
  }
  const pairs = all.flatMap((one) => sharedWith(one, all, matches))
  for (const { copy, source, share, because } of pairs.sort((one, other) => other.share - one.share)) {
    if (from.has(copy.id) || rootOf(source.id) === copy.id) continue
    from.set(copy.id, { id: source.id, share, because })
  }
  return from
}

type Shared = { copy: Read; source: Read; share: number; because: CopyReason }

/** The articles that one may have been made from, with the share of its words that it has in common with each. */
function sharedWith(copy: Read, all: Read[], matches: ReadonlyMap<Sentence, Match[]>): Shared[] {
  const words = sumOf(copy.sentences, ({ words: { length } }) => length)
  const common = new Map<string, number>()
  for (const sentence of copy.sentences)
    for (const { other } of sentence.isQuoted ? [] : (matches.get(sentence) ?? []))
      common.set(other.article, (common.get(other.article) ?? 0) + sentence.words.length)
  return all.flatMap((source) => {
    const share = (common.get(source.id) ?? 0) / Math.max(1, words)
    const because = whyEarlier(source, copy)
    const isEnough = share >= (because === 'credited' ? creditedFrom : copiedFrom)
    return because && isEnough ? [{ copy, source, share, because }] : []
  })
}

/** Why the first of two articles is the earlier one; null where the second is. */
function whyEarlier(one: Read, other: Read): CopyReason | null {
  const [isCredited, credits] = [creditsIt(other, one), creditsIt(one, other)]
  if (isCredited !== credits) return isCredited ? 'credited' : null
  if (isStatedBefore(one.published, other.published)) return 'earlier'
  if (isStatedBefore(other.published, one.published)) return null
  // Neither date nor credit tells: the longer one is taken for the source, the id decides between two as long.
  if (one.sentences.length !== other.sentences.length)
    return one.sentences.length > other.sentences.length ? 'undated' : null
  return one.id < other.id ? 'undated' : null
}

const creditsIt = ({ credits }: Read, { publisher }: Read) =>
  publisher !== null && credits.includes(publisher)

function originsOf(standings: Standing[]): Copied['origins'] {
  const from = new Map(standings.map((one) => [one.id, one.from?.id ?? null]))
  const rootOf = (id: string): string => {
    const source = from.get(id)
    return source ? rootOf(source) : id
  }
  return standings
    .filter((one) => one.from === null)
    .map(({ id }) => ({
      id,
      copies: standings.flatMap((one) => (one.id !== id && rootOf(one.id) === id ? [one.id] : [])),
    }))
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0)
