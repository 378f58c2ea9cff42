import { parentPort } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'
import type { Card } from './card'
import type { CardShape } from './drawings'
import { readFonts } from './letters/read-fonts'
import { paperSpans, pdfOf } from './pdf/document'
import type { Paper } from './pdf/paper'
import { cardSpans, pictureOf } from './picture'

/** What is to be drawn, all of it values, as a thread shares nothing. */
export type Task = { kind: 'card'; card: Card; shape: CardShape } | { kind: 'paper'; paper: Paper }
export type Answer = { bytes: Uint8Array } | { fault: string }

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task))
})

async function answer(task: Task): Promise<Answer> {
  try {
    return { bytes: await (task.kind === 'card' ? drawCard(task) : setPaper(task.paper)) }
  } catch (fault) {
    // What cannot be drawn is told to the one who waits, and the thread goes on with the next.
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}

type CardTask = Extract<Task, { kind: 'card' }>

async function drawCard({ card, shape }: CardTask): Promise<Uint8Array> {
  const fonts = await readFonts(cardSpans(card, shape))
  const svg = pictureOf(card, shape, fonts)
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
}

async function setPaper(paper: Paper): Promise<Uint8Array> {
  return pdfOf(paper, await readFonts(paperSpans(paper)))
}
