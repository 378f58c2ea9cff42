import { textOf } from '../../server/room/doc/room-doc'
import { type Browser, enter, until } from '../rooms/browser'
import { mark } from '../rooms/marking'
import type { Visitor } from './visitor'

/** One edit as it can be found again: a mark, or a word that nobody else typed in the statement of a claim. */
export type Written = { claimId: string; word: string | null }

/** People who write without a pause, and what they were told is kept. */
export type Load = {
  /** Every edit that a receipt covers, of all writers. */
  acknowledged: () => Written[]
  /** Resolves when so many edits are acknowledged. */
  until: (count: number) => Promise<void>
  /** Nobody writes any more; resolves when all that was written is acknowledged. */
  rest: () => Promise<void>
  /** The writers go, and with them their documents: what they knew is not sent again. */
  cut: () => void
}

type Loaded = { url: string; articleId: string; writers: Visitor[] }

const pace = 10
/** A takeover of rooms may come between, on a machine that is busy. */
const goodTime = 60_000
const editsPerMark = 12

/** Lets each writer make an edit every few milliseconds, with a question for its receipt behind each. */
export async function writeWithoutPause({ url, articleId, writers }: Loaded): Promise<Load> {
  const server = { url }
  const browsers = await Promise.all(
    writers.map((writer) => enter({ server, articleId, askForPass: () => writer.passTo(articleId) })),
  )
  const pens = browsers.map(penOf)
  const timer = setInterval(() => {
    for (const pen of pens) pen.write()
  }, pace)
  const acknowledged = () => pens.flatMap((pen) => pen.acknowledged())
  return {
    acknowledged,
    until: (count) => until(() => acknowledged().length >= count, `${count} receipts`, goodTime),
    rest: async () => {
      clearInterval(timer)
      await until(() => pens.every((pen) => pen.isAllAcknowledged()), 'a receipt for everything', goodTime)
    },
    cut: () => {
      clearInterval(timer)
      for (const browser of browsers) browser.leave()
    },
  }
}

/** One writer: marks a claim now and then, and types words into the claim they marked last. */
function penOf({ doc, ask: askAbout, news }: Browser) {
  const written: Written[] = []
  const write = () => {
    const last = written.at(-1)
    const isMark = !last || written.length % editsPerMark === 0
    const claimId = isMark ? mark(doc) : last.claimId
    const word = isMark ? null : `w${doc.clientID}-${written.length}.`
    if (word) textOf(doc, 'statement', claimId).insert(0, word)
    written.push({ claimId, word })
    ask()
  }
  // A version is how many edits came before it.
  const ask = () => askAbout(written.length)
  const acknowledged = () => {
    const versions = news.flatMap(({ type, version }) => (type === 'kept' ? [Number(version)] : []))
    return written.slice(0, Math.max(0, ...versions))
  }
  const isAllAcknowledged = () => {
    const isAll = acknowledged().length === written.length
    // A question asked while the line was down is lost.
    if (!isAll) ask()
    return isAll
  }
  return { write, acknowledged, isAllAcknowledged }
}
