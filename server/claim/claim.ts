import { type ClaimKind, claimKinds, type Verdict, verdicts } from '../../db/vocabulary'
import type { Refusal } from '../refusal'
import { type Source, whyUnfinished } from '../source/source'
import { whyNamesWithheld } from '../source/unlinked'
import { type Reply, whyReplyUnfinished } from './asked/reply'
import { type Search, whySearchUnfinished } from './asked/search'
import { whyNotText } from './claim-texts'
import type { Confidence } from './confidence'
import { type Figure, figureWords, whyNotFigure } from './figure/figure'
import { quoteStands, type Selectors } from './quote'
import { citedSources, plainText, type Rationale } from './rationale'
import { type Scale, whyNotOnScale } from './scale'

/** An address where a claim stands; the first in the list is where this desk met it. */
export type Appearance = { id: string; address: string; date: string }

/** A claim as a room holds it, in plain values. Empty text means not yet written. */
export type Claim = {
  id: string
  markedAt: string
  isDeleted: boolean
  /** Hash of the revision it was marked in. */
  revision: string
  selectors: Selectors
  statement: string
  speaker: string
  saidAt: string
  kind: ClaimKind | null
  /** The number it says, as a person confirmed it; null where none was. */
  figure: Figure | null
  topics: string[]
  appearances: Appearance[]
  verdict: Verdict | null
  /** The desk's own word on its verdict; no part of what is submitted. */
  confidence: Confidence | null
  shortAnswer: string
  notKnown: string
  asKnownAt: string
  rationale: Rationale
  /** In order of adding: a source's number is its place here, counted from 1. */
  sources: Source[]
  /** What was looked for and not found, in order of adding. */
  searches: Search[]
  /** Who was asked for their side, in order of adding. */
  replies: Reply[]
  /** Names of parts that hold something unreadable; shown as damaged, never silently dropped. */
  damaged: string[]
}

/** What readiness depends on besides the claim: the desk's settings, and the revision's text where it is at hand. */
export type ReadyConditions = { sourcesNeeded: number; text?: string; scale?: Scale }

/** Why a claim cannot be submitted, the first reason a person would mend first; null when it is ready. */
export function whyNotReady(
  claim: Claim,
  conditions: ReadyConditions = { sourcesNeeded: 2 },
): Refusal | null {
  const { sourcesNeeded: needed, text, scale } = conditions
  if (claim.isDeleted) return { code: 'claim-deleted' }
  if (claim.damaged.length) return { code: 'claim-damaged', values: { part: claim.damaged[0] ?? '' } }
  if (text !== undefined && !quoteStands(text, claim.selectors)) return { code: 'quote-gone' }
  if (!claim.statement.trim()) return { code: 'no-statement' }
  if (!claim.kind) return { code: 'no-kind' }
  const unfit = claim.figure && whyNotFigure(claim.figure)
  if (unfit) return unfit
  if (!claim.verdict) return { code: 'no-verdict' }
  const offScale = scale ? whyNotOnScale(claim.verdict, scale) : null
  if (offScale) return offScale
  if (evidenceCount(claim) < needed) return { code: 'too-few-sources', values: { needed } }
  return whyNotSourced(claim) ?? whyNotReasoned(claim) ?? whyNotText(claim) ?? whyNotKept(claim)
}

type Evidence = Pick<Claim, 'verdict'> & { sources: unknown[]; searches?: unknown[] }

/** How much stands under a verdict: that nothing was found is evidence, too, for one that nothing is known of. */
export function evidenceCount({ verdict, sources, searches = [] }: Evidence): number {
  return sources.length + (verdict === 'unproven' ? searches.length : 0)
}

/** Why a claim cannot be taken out of the room, by deleting it or merging it with another; null when it can. */
export function whyNotRemove(claim: Pick<Claim, 'isDeleted'>, isPublished: boolean): Refusal | null {
  if (isPublished) return { code: 'claim-published' }
  return claim.isDeleted ? { code: 'claim-deleted' } : null
}

/**
 * A claim as its desk has it: one that readers have is corrected or retracted, and that it was deleted or merged in its
 * room, as by a browser that had not heard of its publication, is void.
 */
export function asStanding<Shown extends Pick<Claim, 'isDeleted'>>(
  claim: Shown,
  isPublished: boolean,
): Shown {
  return isPublished && claim.isDeleted ? { ...claim, isDeleted: false } : claim
}

function whyNotSourced({ sources, searches, replies }: Claim): Refusal | null {
  return (
    firstOf(sources, whyUnfinished) ??
    firstOf(searches, whySearchUnfinished) ??
    firstOf(replies, whyReplyUnfinished)
  )
}

function firstOf<Thing>(
  things: Thing[],
  why: (thing: Thing, number: number) => Refusal | null,
): Refusal | null {
  for (const [index, thing] of things.entries()) {
    const reason = why(thing, index + 1)
    if (reason) return reason
  }
  return null
}

/** Why its words break what a source was promised: they name it. Who said the claim itself is known without it. */
function whyNotKept(claim: Claim): Refusal | null {
  const { figure, sources, searches, replies, shortAnswer, notKnown, rationale } = claim
  return whyNamesWithheld(sources, [
    ...[shortAnswer, notKnown, plainText(rationale), ...(figure ? figureWords(figure) : [])],
    ...sources.flatMap(({ unlinked, ...said }) => [said.quote, unlinked?.role ?? '']),
    ...searches.flatMap(({ where, what, through }) => [where, what, through]),
    ...replies.flatMap(({ answer }) => answer),
  ])
}

function whyNotReasoned(claim: Claim): Refusal | null {
  if (!plainText(claim.rationale)) return { code: 'no-rationale' }
  const cited = citedSources(claim.rationale)
  const uncited = claim.sources.findIndex((source) => !cited.includes(source.id))
  if (uncited >= 0) return { code: 'source-uncited', values: { number: uncited + 1 } }
  if (cited.some((id) => !claim.sources.some((source) => source.id === id)))
    return { code: 'citation-without-source' }
  if (!claim.shortAnswer.trim()) return { code: 'no-short-answer' }
  if (claim.verdict === 'unproven' && !claim.notKnown.trim()) return { code: 'unproven-without-not-known' }
  return null
}

/** Claims in the order a reader of the article meets them. */
export function byPlace(one: Claim, other: Claim): number {
  const [a, b] = [one.selectors.position, other.selectors.position]
  return a.start - b.start || a.end - b.end || (one.id < other.id ? -1 : 1)
}

export function isVerdict(value: unknown): value is Verdict {
  return verdicts.some((verdict) => verdict === value)
}

export function isClaimKind(value: unknown): value is ClaimKind {
  return claimKinds.some((kind) => kind === value)
}
