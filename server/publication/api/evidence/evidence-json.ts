import type { FrozenClaim, FrozenSource } from '../../../review/submission'
import type { ApiReply, ApiSearch, ApiSource } from './evidence-shape'

/** What stands under a verdict as programs read it; the copy was reduced to what its terms allow when it was published. */
export function evidenceJson({ sources, searches = [], replies = [] }: FrozenClaim) {
  return {
    sources: sources.map((source, index) => sourceJson(source, index + 1)),
    searches: searches.map(
      ({ where, what, when, through }): ApiSearch => ({
        ...{ where, what, when: given(when), through: given(through) },
      }),
    ),
    replies: replies.map(
      ({ id: _, whom, way, ...said }): ApiReply => ({
        ...{ whom, way, askedAt: given(said.askedAt), deadline: given(said.deadline) },
        ...{ answer: given(said.answer), answeredAt: given(said.answeredAt) },
        unansweredBy: said.answer.trim() ? null : given(said.unansweredBy),
      }),
    ),
  }
}

function sourceJson(
  { kind, stance, unlinked, confidential, ...source }: FrozenSource,
  number: number,
): ApiSource {
  const { title, address, publisher, date, quote, place } = source
  return {
    ...{ number, kind, stance, title: given(title), address: given(address) },
    ...{ publisher: given(publisher), date: given(date), quote: given(quote), place: given(place) },
    unlinked: unlinked
      ? { way: unlinked.way, terms: unlinked.terms, name: given(unlinked.who), role: given(unlinked.role) }
      : null,
    withheld: confidential ? confidential.reason : null,
  }
}

/** A text as it is, or null where nothing is stated: in a room that is an empty text. */
export const given = (text: string) => (text.trim() ? text : null)
