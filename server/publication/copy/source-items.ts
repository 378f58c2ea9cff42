import type { FrozenSource } from '../../review/submission'
import type { PublishedSnapshot } from '../../source/snapshot/snapshot'
import { linkOf } from '../../source/source'
import { sayableName } from '../../source/source-name'
import { dayOf, type Edition, statedDay } from '../pages/edition'
import { beyond } from '../pages/parts/sources'
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
    const name = nameIn(source, edition)
    return [
      ...(name ? [{ text: name, isBold: true }, { text: '. ' }] : []),
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

/** What it is called; an address is written out behind it. */
function nameIn(source: FrozenSource, { say }: Edition): string {
  return source.unlinked || source.confidential ? sayableName(source, say) : source.title.trim()
}

function aboutSource(source: FrozenSource, edition: Edition): string {
  const { kind, publisher, date, place, stance } = source
  const parts = [
    kind ? edition.say(`sourceKind.${kind}`) : '',
    publisher.trim(),
    date.trim() ? statedDay(date, edition) : '',
    place.trim(),
    ...beyond(source, edition),
  ].filter(Boolean)
  const said = stance ? ` ${edition.say(`stance.${stance}`)}.` : ''
  return `${parts.length ? `${parts.join(', ')}.` : ''}${said}`.trim()
}
