import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { type Seen, watchLinks, watchPublishedLinks } from './watch-links'

/** Links that only readers have are looked through this seldom, in rounds: each version's words are read for it. */
const publishedEvery = 60

/** Archives new links by itself, within two rounds, and looks at the others each week. */
export function startWatchingLinks(onError: OnError): Work {
  const seen: Seen = new Map()
  let rounds = 0
  const round = async (isClosed: () => boolean) => {
    await watchLinks(seen, new Date(), isClosed)
    if (rounds++ % publishedEvery === 0) await watchPublishedLinks(new Date(), isClosed)
  }
  return keepRounds({ every: 30_000, onError, round, waitsFirst: true })
}
