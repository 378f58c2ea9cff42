import type { FrozenSource } from '../../review/submission'
import { linkOf } from '../../source/source'
import { type Edition, statedDay } from '../pages/edition'
import type { Run } from './check-copy'

/** The evidence in order of its numbers; an address is written out, for a link does not survive print. */
export function sourceItems(sources: FrozenSource[], edition: Edition): Run[][] {
  return sources.map((source) => {
    const address = source.address.trim()
    const link = linkOf(address)
    const quote = source.quote.trim()
    return [
      ...(source.title.trim() ? [{ text: source.title.trim(), isBold: true }, { text: '. ' }] : []),
      { text: aboutSource(source, edition) },
      ...(quote ? [{ text: ` “${quote}”` }] : []),
      ...(address ? [{ text: ' ' }, { text: address, ...(link && { link }) }] : []),
    ]
  })
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
