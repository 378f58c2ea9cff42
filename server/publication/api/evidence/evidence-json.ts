import type { FrozenClaim, FrozenSource } from '../../../review/submission'
import type { PublishedSnapshot } from '../../../source/snapshot/snapshot'
import type { ApiReply, ApiSearch, ApiSource } from './evidence-shape'

/** What stands under a verdict as programs read it; the copy was reduced to what its terms allow when it was published. */
export function evidenceJson(
  { sources, searches = [], replies = [] }: FrozenClaim,
  archived: PublishedSnapshot[] = [],
) {
  return {
    sources: sources.map((source, index) => sourceJson(source, index + 1, archived)),
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
  { id, kind, stance, unlinked, confidential, ...source }: FrozenSource,
  number: number,
  archived: PublishedSnapshot[],
): ApiSource {
  const { title, address, publisher, date, quote, place } = source
  return {
    ...{ number, kind, stance, title: given(title), address: given(address) },
    ...{ publisher: given(publisher), date: given(date), quote: given(quote), place: given(place) },
    unlinked: unlinked
      ? { way: unlinked.way, terms: unlinked.terms, name: given(unlinked.who), role: given(unlinked.role) }
      : null,
    withheld: confidential ? confidential.reason : null,
    archived: archived
      .filter((snapshot) => snapshot.source === id)
      .map(({ sha256, size, mediaType, takenAt }) => ({ sha256, size, mediaType, archivedAt: takenAt })),
  }
}

/** A text as it is, or null where nothing is stated: in a room that is an empty text. */
export const given = (text: string) => (text.trim() ? text : null)
