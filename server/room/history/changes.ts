import type { ClaimKind, SubmissionKind, Verdict } from '../../../db/vocabulary'
import type { Reply } from '../../claim/asked/reply'
import type { Search } from '../../claim/asked/search'
import type { Appearance, Claim } from '../../claim/claim'
import type { Confidence } from '../../claim/confidence'
import type { Figure } from '../../claim/figure/figure'
import type { Rationale } from '../../claim/rationale'
import type { Source } from '../../source/source'

/** A claim as it stood at one moment, with what the room knows of merges and a claim itself does not say. */
export type Standing = {
  claim: Claim
  /** Claims whose words were merged into this one. */
  merged: MergedClaim[]
  /** The claim that took its words when it went; null while it stands, or when it was simply deleted. */
  mergedInto: MergedClaim | null
}
export type MergedClaim = { id: string; words: string }

/** One part of a claim that became another. `number` is a source's number, then or until then. */
export type Change =
  | { what: 'marked'; quote: string }
  | { what: 'quote'; before: string; after: string }
  | { what: TextPart; before: string; after: string }
  | { what: 'kind'; before: ClaimKind | null; after: ClaimKind | null }
  | { what: 'verdict'; before: Verdict | null; after: Verdict | null }
  | { what: 'confidence'; before: Confidence | null; after: Confidence | null }
  | { what: 'figure'; before: Figure | null; after: Figure | null }
  | { what: 'rationale'; before: Rationale; after: Rationale }
  | { what: 'topic'; topic: string; before: boolean; after: boolean }
  | { what: 'appearance'; id: string; before: Appearance | null; after: Appearance | null }
  | {
      what: 'source'
      id: string
      number: number
      before: Source | null
      after: Source | null
      isBack: boolean
    }
  | { what: 'search'; id: string; number: number; before: Search | null; after: Search | null }
  | { what: 'reply'; id: string; number: number; before: Reply | null; after: Reply | null }
  | { what: 'merged'; claim: MergedClaim }
  | { what: 'deleted'; into: MergedClaim | null }
  | { what: 'restored' }
  | { what: 'damaged'; part: string }

/** What somebody signed about a claim: a row with a person and a time. */
export type Signed =
  | { what: 'submitted'; kind: SubmissionKind; note: string }
  | { what: 'withdrawn' }
  /** A hand-over note; `to` is a name, null where the claim went back to the pool. */
  | { what: 'handed-over'; to: string | null; note: string }
  | { what: 'returned'; note: string }
  | { what: 'approved'; note: string }
  | { what: 'published'; version: number; kind: SubmissionKind; note: string }

export const textParts = ['statement', 'speaker', 'saidAt', 'shortAnswer', 'notKnown', 'asKnownAt'] as const
export type TextPart = (typeof textParts)[number]

/** Everything that differs between two moments of a claim, the parts in the order in which a claim shows them. */
export function changesBetween(before: Standing | null, after: Standing): Change[] {
  const was: Written = before?.claim ?? unwritten
  const is = after.claim
  const known = new Set(before?.merged.map(({ id }) => id))
  const damaged = is.damaged.filter((part) => !was.damaged.includes(part))
  return [
    ...(before ? quoteMoved(before.claim, is) : [{ what: 'marked', quote: quoteOf(is) } as const]),
    ...after.merged.filter(({ id }) => !known.has(id)).map((claim) => ({ what: 'merged', claim }) as const),
    ...textParts.flatMap((what) =>
      was[what] === is[what] ? [] : [{ what, before: was[what], after: is[what] }],
    ),
    ...differing('kind', was.kind, is.kind),
    ...differing('figure', was.figure, is.figure),
    ...differing('verdict', was.verdict, is.verdict),
    ...differing('confidence', was.confidence, is.confidence),
    ...differing('rationale', was.rationale, is.rationale),
    ...topicsBetween(was.topics, is.topics),
    ...appearancesBetween(was.appearances, is.appearances),
    ...sourcesBetween(was.sources, is.sources),
    ...numbered(was.searches, is.searches).map((change) => ({ what: 'search', ...change }) as const),
    ...numbered(was.replies, is.replies).map((change) => ({ what: 'reply', ...change }) as const),
    ...damaged.map((part) => ({ what: 'damaged', part }) as const),
    ...(is.isDeleted && !was.isDeleted ? [{ what: 'deleted', into: after.mergedInto } as const] : []),
    ...(was.isDeleted && !is.isDeleted ? [{ what: 'restored' } as const] : []),
  ]
}

/** Whether two plain values say the same; keys come in one order, as one reader made both. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What is written about a claim, besides its quote. */
type Written = Omit<Claim, 'id' | 'markedAt' | 'revision' | 'selectors'>

const unwritten: Written = {
  isDeleted: false,
  statement: '',
  speaker: '',
  saidAt: '',
  kind: null,
  figure: null,
  topics: [],
  appearances: [],
  verdict: null,
  confidence: null,
  shortAnswer: '',
  notKnown: '',
  asKnownAt: '',
  rationale: { type: 'doc', content: [] },
  sources: [],
  searches: [],
  replies: [],
  damaged: [],
}

const quoteOf = ({ selectors }: Claim) => selectors.quote.exact

/** A mark may move to the same words elsewhere: that is a change, too. */
function quoteMoved(was: Claim, is: Claim): Change[] {
  if (was.revision === is.revision && isSame(was.selectors.position, is.selectors.position)) return []
  return [{ what: 'quote', before: quoteOf(was), after: quoteOf(is) }]
}

function differing<What extends 'kind' | 'figure' | 'verdict' | 'confidence' | 'rationale'>(
  what: What,
  before: Claim[What],
  after: Claim[What],
): Change[] {
  // The five have the same shape, with values of their own part.
  return isSame(before, after) ? [] : [{ what, before, after } as Change]
}

function topicsBetween(was: string[], is: string[]): Change[] {
  return [...new Set([...was, ...is])].flatMap((topic): Change[] => {
    const [before, after] = [was.includes(topic), is.includes(topic)]
    return before === after ? [] : [{ what: 'topic', topic, before, after }]
  })
}

function appearancesBetween(was: Appearance[], is: Appearance[]): Change[] {
  return pairsOf(was, is).map(({ id, before, after }) => ({ what: 'appearance', id, before, after }))
}

function sourcesBetween(was: Source[], is: Source[]): Change[] {
  return numbered(was, is).map((change) => ({ what: 'source', ...change, isBack: false }))
}

/** What differs between two lists, each with its number, now or until it went. */
function numbered<Thing extends { id: string }>(was: Thing[], is: Thing[]) {
  return pairsOf(was, is).map(({ id, before, after }) => {
    const number = (after ? is : was).findIndex((thing) => thing.id === id) + 1
    return { id, number, before, after }
  })
}

/** Things of two lists by their id, where they differ. */
function pairsOf<Thing extends { id: string }>(was: Thing[], is: Thing[]) {
  const ids = [...new Set([...was, ...is].map(({ id }) => id))]
  const find = (things: Thing[], id: string) => things.find((thing) => thing.id === id) ?? null
  return ids
    .map((id) => ({ id, before: find(was, id), after: find(is, id) }))
    .filter(({ before, after }) => !isSame(before, after))
}
