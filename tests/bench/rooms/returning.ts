import type { Figure } from '../figures'
import type { Newsroom } from '../newsroom'
import type { Contender } from './contenders'
import { sendToOpen, sendToWork } from './send-crowd'
import type { Venue } from './venue'

const [claims, people] = [1_000, 300]

/** What two people at work in another room feel while hundreds come back to theirs in one moment, as after a restart. */
export async function measureReturn(ours: Contender, venue: Venue, { server }: Newsroom): Promise<Figure[]> {
  const article = await venue.fullArticle(claims)
  const places = await venue.placesIn(article, people)
  const snapshot = {
    address: `${server.origin}/api/rooms/${article.articleId}/snapshot`,
    cookie: await venue.cookie(),
  }
  const pair = { asksVersions: true, editsPerSecond: 20, cursorsPerSecond: 0, patience: 10_000 }
  const working = sendToWork(ours, { ...pair, places: await ours.places(2), warmUp: 2_000, lasts: 10_000 })
  const begun = performance.now()
  // Begins while the two are at work: a crowd's process takes longer to start than they to enter.
  await sendToOpen(ours, { places, snapshot, atOnce: people })
  const took = Math.round(performance.now() - begun)
  const { screen } = (await working).result
  const note = `while ${people} people open ${claims} claims in one moment, all in after ${took} ms; p50 ${screen.p50} ms`
  return [{ name: 'returningScreenP99Ms', value: screen.p99, unit: 'ms', note }]
}
