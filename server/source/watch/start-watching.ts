import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { type Seen, watchLinks } from './watch-links'

/** Archives new links by itself, within two rounds, and looks at the others each week. */
export function startWatchingLinks(onError: OnError): Work {
  const seen: Seen = new Map()
  const round = (isClosed: () => boolean) => watchLinks(seen, new Date(), isClosed)
  return keepRounds({ every: 30_000, onError, round, waitsFirst: true })
}
