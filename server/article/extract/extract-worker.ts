import { parentPort } from 'node:worker_threads'
import type { Refusal } from '../../refusal'
import { decodeFile } from '../fetch/page-charset'
import type { FileType } from '../file/file-type'
import { extract } from '../page-text'
import { extractText } from '../plain-text'
import { type Passage, type PlacedText, type Placement, placementsOf } from '../revised/placement'
import type { Extraction } from './extraction'
import { FileRefused } from './file/file-refused'
import { extractMail } from './file/mail-text'
import { extractPdf } from './file/pdf/pdf-text'
import { isParted } from './file/read-english'
import { extractTranscript, isTranscript } from './file/transcript-text'
import { extractWord } from './file/word-text'

export type PageTask = { kind: 'html'; html: string; url: string } | { kind: 'text'; raw: string }
export type FileTask = { kind: 'file'; type: FileType; bytes: Uint8Array }
/** Passages of one text to be found in another. */
export type PlaceTask = { kind: 'place'; before: PlacedText; after: PlacedText; passages: Passage[] }
export type Task = PageTask | FileTask | PlaceTask

/** What was read out of a file, what of it is shown beside that (HTML or text), and where it says it was saved from. */
export type FileRead = { extraction: Extraction; shown: string; address: string | null }

export type Done = { read: FileRead } | { placements: Placement[] }
export type Answer = Done | { refusal: Refusal } | { fault: string; isTooDeep: boolean }

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task))
})

async function answer(task: Task): Promise<Answer> {
  try {
    if (task.kind === 'place') return { placements: placementsOf(task.before, task.after, task.passages) }
    return { read: task.kind === 'file' ? await readFile(task) : readPage(task) }
  } catch (fault) {
    if (fault instanceof FileRefused) return { refusal: fault.refusal }
    // A page that makes the parser throw is told to the one who waits, and the thread goes on with the next page.
    const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    return { fault: words, isTooDeep: fault instanceof RangeError }
  }
}

function readPage(task: PageTask): FileRead {
  if (task.kind === 'html')
    return { extraction: extract(task.html, task.url), shown: task.html, address: null }
  const extraction = isTranscript(task.raw) ? extractTranscript(task.raw) : extractText(task.raw)
  return { extraction, shown: task.raw, address: null }
}

async function readFile({ type, bytes }: FileTask): Promise<FileRead> {
  switch (type) {
    case 'pdf':
      return { ...(await extractPdf(bytes, isParted)), address: null }
    case 'docx':
      return { ...(await extractWord(bytes)), address: null }
    case 'mail':
      return extractMail(bytes)
    case 'html':
      return readPage({ kind: 'html', html: decodeFile(bytes), url: 'about:blank' })
    case 'captions':
    case 'text':
      return readPage({ kind: 'text', raw: decodeFile(bytes) })
  }
}
