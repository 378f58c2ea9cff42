import { Refused } from '../../refusal'
import { keepProcess } from '../../worker/keep-process'
import { GivenUp, type WorkerLimits } from '../../worker/keep-worker'
import { mostFileBytes } from '../file/file-type'
import type { Placement } from '../revised/placement'
import type { Answer, Done, FileRead, FileTask, PageTask, PlaceTask, Task } from './extract-worker'
import { type Extraction, extractionShape } from './extraction'

const maxLetters = 5_000_000

/** Most tags of a page: ten times those of the longest pages, and few enough to be read within the time there is. */
const maxTags = 150_000

type Limits = Partial<WorkerLimits>

/**
 * Reads an article in a process of its own, one page at a time; a page that needs over 30 seconds of work or 256 MB
 * is refused as too heavy.
 */
export async function extractInWorker(task: PageTask, limits: Limits = {}): Promise<Extraction> {
  const content = task.kind === 'html' ? task.html : task.raw
  if (content.length > maxLetters) throw new Refused({ code: 'page-too-large' })
  if (task.kind === 'html' && hasTooManyTags(content)) throw new Refused({ code: 'page-too-heavy' })
  const { extraction } = await readInTurn(task, limits)
  return extraction
}

/** Reads a file by the same limits; one that is damaged, locked or without text is refused with that. */
export async function extractFileInWorker(task: FileTask, limits: Limits = {}): Promise<FileRead> {
  if (task.bytes.length > mostFileBytes) throw new Refused({ code: 'file-too-large', values: mostMegabytes })
  const isWritten = task.type === 'html' || task.type === 'text' || task.type === 'captions'
  if (isWritten && task.bytes.length > maxLetters) throw new Refused({ code: 'page-too-large' })
  return readInTurn(task, limits)
}

const mostMegabytes = { megabytes: mostFileBytes / 1_000_000 }

function hasTooManyTags(html: string): boolean {
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    tags += 1
    if (tags > 2 * maxTags) return true
  }
  return false
}

/** Finds passages of one revision in another, in the same process and within the same limits. */
export async function placeInWorker(task: Omit<PlaceTask, 'kind'>): Promise<Placement[]> {
  const done = await inTurn({ kind: 'place', ...task }, {})
  return 'placements' in done ? done.placements : []
}

async function readInTurn(task: PageTask | FileTask, limits: Limits): Promise<FileRead> {
  const done = await inTurn(task, limits)
  if (!('read' in done)) throw new Error('a page was asked for, and something else came')
  return { ...done.read, extraction: extractionShape.parse(done.read.extraction) }
}

const read = keepProcess<Task, Answer>('extract-worker', {
  // On a busy machine a sound page waits for its turn: what it costs is counted, not the clock alone.
  mostWork: 30_000,
  longest: 120_000,
  megabytes: 256,
  mostGrowth: 900_000_000,
})

async function inTurn(task: Task, limits: Limits): Promise<Done> {
  const answer = await read(task, limits).catch((fault) => {
    throw fault instanceof GivenUp ? new Refused({ code: 'page-too-heavy' }) : fault
  })
  if ('refusal' in answer) throw new Refused(answer.refusal)
  if (!('fault' in answer)) return answer
  // Tags so deep inside each other that the stack is used up.
  if (answer.isTooDeep) throw new Refused({ code: 'page-too-heavy' })
  throw new Error(`The page could not be read: ${answer.fault}`)
}
