import type { FrozenSource } from '../../review/submission'
import type { PublishedSnapshot } from '../../source/snapshot/snapshot'
import { linkOf } from '../../source/source'
import { dayOf, type Edition, statedDay } from '../pages/edition'
import type { Run } from './check-copy'

/** The evidence in order of its numbers; an address is written out, for a link does not survive print. */
export function sourceItems(
  sources: FrozenSource[],
  evidence: PublishedSnapshot[],
  edition: Edition,
): Run[][] {
  return sources.map((source) => {
    const address = source.address.trim()
    const link = linkOf(address)
    const quote = source.quote.trim()
    return [
      ...(source.title.trim() ? [{ text: source.title.trim(), isBold: true }, { text: '. ' }] : []),
      { text: aboutSource(source, edition) },
      ...(quote ? [{ text: ` “${quote}”` }] : []),
      ...(address ? [{ text: ' ' }, { text: address, ...(link && { link }) }] : []),
      ...evidence
        .filter((snapshot) => snapshot.source === source.id)
        .map((snapshot) => ({ text: ` ${archived(snapshot, edition)}` })),
    ]
  })
}

function archived({ takenAt, sha256 }: PublishedSnapshot, edition: Edition): string {
  const when = edition.say('public.archived', { when: dayOf(new Date(takenAt), edition) })
  return `${when}, ${edition.say('public.archivedHash', { hash: sha256 })}.`
}

function aboutSource({ kind, publisher, date, place, stance }: FrozenSource, edition: Edition): string {
  const parts = [
    kind ? edition.say(`sourceKind.${kind}`) : '',
    publisher.trim(),
    date.trim() ? statedDay(date, edition) : '',
    place.trim(),
  ].filter(Boolean)
  const said = stance ? ` ${edition.say(`stance.${stance}`)}.` : ''
  return `${parts.length ? `${parts.join(', ')}.` : ''}${said}`.trim()
}
