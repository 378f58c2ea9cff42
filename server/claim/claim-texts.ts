import type { Refusal } from '../refusal'
import type { Source } from '../source/source'
import type { Claim } from './claim'
import { figureWords, longestFigureText } from './figure/figure'
import { lengthOf } from './quote'
import { plainText } from './rationale'

/** The most code points that each part may have, so that a page stays one that people read. */
const maxima = {
  statement: 500,
  speaker: 300,
  shortAnswer: 1_000,
  notKnown: 2_000,
  rationale: 20_000,
  sourceTitle: 500,
  sourceQuote: 4_000,
  sourceField: 2_000,
  searchField: 2_000,
  replyField: 6_000,
  figure: longestFigureText,
  appearance: 2_000,
  topic: 100,
  date: 100,
}
const mostThings = 50

type Part = { part: keyof typeof maxima; text: string; number?: number }

/** Why the words of a claim cannot be frozen, in general and for all parts alike; null when they can. */
export function whyNotText(claim: Claim): Refusal | null {
  for (const part of ['sources', 'searches', 'replies', 'topics', 'appearances'] as const)
    if (claim[part].length > mostThings)
      return { code: 'too-many-parts', values: { part, maximum: mostThings } }
  for (const { part, text, number = 0 } of textsOf(claim)) {
    const maximum = maxima[part]
    if (text.length > maximum && lengthOf(text) > maximum)
      return { code: 'text-too-long', values: { part, number, maximum } }
    if (misleading.test(text)) return { code: 'text-unreadable', values: { part, number } }
  }
  return null
}

// Controls, and what turns the direction of the text around: readers would see other words than those approved.
const misleading = /[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u

function textsOf(claim: Claim): Part[] {
  const { statement, speaker, shortAnswer, notKnown, saidAt, asKnownAt } = claim
  return [
    { part: 'statement', text: statement },
    { part: 'speaker', text: speaker },
    { part: 'date', text: saidAt },
    { part: 'shortAnswer', text: shortAnswer },
    { part: 'notKnown', text: notKnown },
    { part: 'date', text: asKnownAt },
    { part: 'rationale', text: plainText(claim.rationale) },
    ...(claim.figure ? [claim.figure.reported, ...figureWords(claim.figure)] : []).map(
      (text): Part => ({ part: 'figure', text }),
    ),
    ...claim.topics.map((text): Part => ({ part: 'topic', text })),
    ...claim.appearances.flatMap(({ address, date }): Part[] => [
      { part: 'appearance', text: address },
      { part: 'date', text: date },
    ]),
    ...claim.sources.flatMap((source, index) => textsOfSource(source, index + 1)),
    ...claim.searches.flatMap(({ id: _, ...said }, index) => partsOf('searchField', said, index + 1)),
    ...claim.replies.flatMap(({ id: _, ...said }, index) => partsOf('replyField', said, index + 1)),
  ]
}

function textsOfSource(source: Source, number: number): Part[] {
  const { title, quote, address, publisher, date, place, unlinked, confidential } = source
  return [
    { part: 'sourceTitle', text: title, number },
    { part: 'sourceQuote', text: quote, number },
    ...partsOf('sourceField', { address, publisher, date, place, ...unlinked, ...confidential }, number),
  ]
}

const partsOf = (part: Part['part'], said: Record<string, string | null>, number: number) =>
  Object.values(said).map((text): Part => ({ part, text: text ?? '', number }))
