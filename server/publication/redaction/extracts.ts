import { quoteStands, type Selectors } from '../../claim/quote'
import { contextOf, type PublishedClaim } from '../publication'
import { bar, blackedInPlace } from './black-out'

/** What a version shows of an article's text: a quote, and a little of what stands around it. */
export type Extracts = { quote: Selectors['quote']; context: PublishedClaim['context'] }

type Place = {
  /** The frozen text of the article, and what the quote was in it before any words were removed. */
  text: string
  selectors: Selectors
  /** All words that are removed from the article. */
  words: string[]
}

/**
 * The extracts with a bar over every part of these words that stands in them in the article's text: a quote or its
 * context may begin or end inside of a name, where the extract alone does not show that it is one.
 */
export function blackedExtracts(shown: Extracts, { text, selectors, words }: Place): Extracts {
  const black = blackedInPlace(text, words)
  if (black === text || !quoteStands(text, selectors)) return shown
  const [points, blackPoints] = [Array.from(text), Array.from(black)]
  const { start, end } = selectors.position
  const { prefix, suffix } = selectors.quote
  const part = (own: string, from: number, to: number) =>
    blackedWhereBlack(own, points.slice(from, to).join(''), blackPoints.slice(from, to).join(''))
  const [context, blackContext] = [contextOf(text, selectors), contextOf(black, selectors)]
  return {
    quote: {
      prefix: part(shown.quote.prefix, start - Array.from(prefix).length, start),
      exact: part(shown.quote.exact, start, end),
      suffix: part(shown.quote.suffix, end, end + Array.from(suffix).length),
    },
    context: {
      before: blackedWhereBlack(shown.context.before, context.before, blackContext.before),
      after: blackedWhereBlack(shown.context.after, context.after, blackContext.after),
    },
  }
}

/** What is published with such extracts instead of its own. */
export function withExtracts(content: PublishedClaim, { quote, context }: Extracts): PublishedClaim {
  const { claim } = content
  return { ...content, context, claim: { ...claim, selectors: { ...claim.selectors, quote } } }
}

/** What a version shows of its article's text. */
export const extractsOf = ({ claim, context }: PublishedClaim): Extracts => ({
  quote: claim.selectors.quote,
  context,
})

/** A part as it is shown, or, where words in it are black in the text, as it is there with one bar over each. */
function blackedWhereBlack(shown: string, inText: string, black: string): string {
  return inText === black ? shown : black.replace(/▉+(?:\s+▉+)*/gu, bar)
}
