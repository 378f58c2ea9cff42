import type { Claim } from '@/server/claim/claim'
import { figureLine } from '@/server/claim/figure/figure-line'
import { plainText } from '@/server/claim/rationale'
import type { Source } from '@/server/source/source'

/** What a copy of the room from before a restore says of a claim, and the room does not. */
export type Lacking = {
  id: string
  quote: string
  /** The room has no such claim at all. */
  isGone: boolean
  texts: {
    part:
      | 'statement'
      | 'shortAnswer'
      | 'notKnown'
      | 'rationale'
      | 'speaker'
      | 'figure'
      | 'source'
      | 'search'
      | 'reply'
    text: string
  }[]
  verdict: Claim['verdict']
}

/**
 * The claims of a copy that say something which the room does not say, in the order of the text. Words that the room
 * has, perhaps with more around them, are not lacking; neither is a claim that was deleted in the copy.
 */
export function lackingIn(room: ReadonlyMap<string, Claim>, copy: Claim[]): Lacking[] {
  return copy
    .filter((claim) => !claim.isDeleted)
    .map((claim) => compare(claim, room.get(claim.id) ?? null))
    .filter(({ isGone, texts, verdict }) => isGone || texts.length > 0 || verdict !== null)
}

function compare(claim: Claim, here: Claim | null): Lacking {
  const said = here ? textsOf(here) : []
  return {
    id: claim.id,
    quote: claim.selectors.quote.exact,
    isGone: here === null,
    texts: textsOf(claim).filter(
      ({ part, text }) =>
        text.trim() !== '' && !said.some((other) => other.part === part && other.text.includes(text)),
    ),
    verdict: claim.verdict === here?.verdict ? null : claim.verdict,
  }
}

function textsOf(claim: Claim): Lacking['texts'] {
  const { statement, shortAnswer, notKnown, rationale, speaker, figure, sources, searches, replies } = claim
  return [
    { part: 'statement', text: statement },
    { part: 'speaker', text: speaker },
    { part: 'figure', text: figure ? figureLine(figure) : '' },
    { part: 'shortAnswer', text: shortAnswer },
    { part: 'rationale', text: plainText(rationale) },
    { part: 'notKnown', text: notKnown },
    ...sources.map((source) => ({ part: 'source' as const, text: textOf(source) })),
    ...searches.map(({ where, what, when, through }) => ({
      part: 'search' as const,
      text: inLines([where, what, when, through]),
    })),
    ...replies.map(({ whom, askedAt, answer }) => ({
      part: 'reply' as const,
      text: inLines([whom, askedAt, answer]),
    })),
  ]
}

function textOf({ title, publisher, date, address, quote, place, unlinked, confidential }: Source): string {
  const beyond = [unlinked?.who ?? '', unlinked?.role ?? '', confidential?.reason ?? '']
  return inLines([title, ...beyond, publisher, date, address, quote, place])
}

const inLines = (texts: string[]) => texts.filter((text) => text.trim()).join('\n')
