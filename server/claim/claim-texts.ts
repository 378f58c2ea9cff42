import type { Refusal } from '../refusal'
import type { Claim } from './claim'
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
  appearance: 2_000,
  topic: 100,
  date: 100,
}
const mostThings = 50

type Part = { part: keyof typeof maxima; text: string; number?: number }

/** Why the words of a claim cannot be frozen, in general and for all parts alike; null when they can. */
export function whyNotText(claim: Claim): Refusal | null {
  for (const part of ['sources', 'topics', 'appearances'] as const)
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
    ...claim.topics.map((text): Part => ({ part: 'topic', text })),
    ...claim.appearances.flatMap(({ address, date }): Part[] => [
      { part: 'appearance', text: address },
      { part: 'date', text: date },
    ]),
    ...claim.sources.flatMap(({ title, quote, address, publisher, date, place }, index): Part[] => {
      const number = index + 1
      const others = [address, publisher, date, place].map(
        (text): Part => ({ part: 'sourceField', text, number }),
      )
      return [
        { part: 'sourceTitle', text: title, number },
        { part: 'sourceQuote', text: quote, number },
        ...others,
      ]
    }),
  ]
}
