import { listen } from '../../channel/listen'
import { drawMissing } from '../drawn/draw-missing'
import { readLogKey } from '../log/read-log-key'
import { renderOutbox, renderStale } from './render'

/** `settled` is done when no page that was asked for until then is left to make, `drawn` when no picture is, either. */
export type Rendering = {
  settled: () => Promise<void>
  drawn: () => Promise<void>
  close: () => Promise<void>
}

/** How long after a failure, or a message that was lost, the outbox is looked at again, in ms. */
const retryAfter = 30_000

/** Makes readers' pages as things are published; begins with what an earlier process left undone or made otherwise. */
export async function startRendering(onError: (error: unknown) => void): Promise<Rendering> {
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const queue = (act: () => Promise<unknown>) => {
    last = last.then(() => (isClosed ? undefined : act())).catch(onError)
  }
  // Pictures are drawn beside the queue of pages: the next publication does not wait for those of the one before.
  let pictures: Promise<unknown> = Promise.resolve()
  const drawNew = () => {
    const made = last
    pictures = pictures
      .then(() => made)
      .then(() => drawMissing({ onError, isOver: () => isClosed }))
      .catch(onError)
  }
  const renderNew = () => {
    queue(renderOutbox)
    drawNew()
  }
  queue(readLogKey)
  queue(renderStale)
  renderNew()
  // A desk may go by another name to its readers now; what did not change is not made again.
  const renderAgain = () => {
    queue(renderStale)
    drawNew()
  }
  const onGap = () => {
    renderAgain()
    renderNew()
  }
  const stop = await listen({ publication_made: renderNew, desk_changed: renderAgain }, onGap)
  const timer = setInterval(renderNew, retryAfter).unref()
  return {
    settled: async () => {
      await last
    },
    drawn: async () => {
      await pictures
    },
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await stop()
      await last
      await pictures
    },
  }
}
