import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { count, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { publications } from '../../../db/schema'
import { listen } from '../../../server/channel/listen'
import { openFiles } from '../../../server/publication/dataset/copies/serve-files'
import { type DatasetMade, writeDataset } from '../../../server/publication/dataset/write-dataset'
import { readListTemplate } from '../../../server/publication/made/read-template'
import { type Figure, rounded } from '../figures'
import { fillDesk } from './fill-desk'
import { theFullDesk } from './full-desk'

const wanted = 20_000
/** Of an article's claims, eight are published. */
const ofArticle = 8

/** All files of the data set, from the first question to the last row kept, and what else this process feels of it. */
export async function measureDataset(): Promise<Figure[]> {
  await fill()
  // A server knows its template from its start.
  await db().transaction((tx) => readListTemplate(tx))
  const idle = await watched(() => pause(3_000))
  const made: { it: DatasetMade | null; ms: number } = { it: null, ms: 0 }
  const busy = await copying((copied) =>
    watched(async () => {
      const began = performance.now()
      made.it = await writeDataset(new Date())
      made.ms = performance.now() - began
      await copied()
    }),
  )
  return figuresOf(made.it, made.ms, { idle, busy })
}

async function fill(): Promise<void> {
  const desk = await theFullDesk()
  const [{ there } = { there: 0 }] = await db()
    .select({ there: count() })
    .from(publications)
    .where(eq(publications.deskId, desk.editor.deskId))
  if (there < wanted) await fillDesk(desk, Math.ceil((wanted - there) / ofArticle))
}

type Watched = { p99: number; most: number; megabytes: number }
type Seen = { idle: Watched; busy: Watched }

function figuresOf(made: DatasetMade | null, ms: number, { idle, busy }: Seen): Figure[] {
  if (!made || made.versions < wanted) throw new Error(`the data set has ${made?.versions} versions`)
  const sizes = made.files.map(({ name, bytes }) => `${name} ${rounded(bytes / 1e6)} MB`).join(', ')
  const beside = `until every copy is there; idle: p99 ${rounded(idle.p99)}, most ${rounded(idle.most)} ms`
  return [
    {
      ...{ name: 'datasetOf20000', value: rounded(ms / 1000), unit: 's', bound: 5 },
      note: `${made.versions} versions: ${sizes}`,
    },
    { name: 'datasetEventLoopP99', value: rounded(busy.p99), unit: 'ms', bound: 25, note: beside },
    { name: 'datasetEventLoopMost', value: rounded(busy.most), unit: 'ms', bound: 100 },
    {
      ...{ name: 'datasetMemory', value: rounded(busy.megabytes), unit: 'MB', bound: 200 },
      note: 'most over before, the thread and the copies counted',
    },
  ]
}

/** Lets something work while this process follows the files, as one that serves them does. */
async function copying<T>(work: (copied: () => Promise<void>) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-bench-'))
  const onError = (error: unknown) => {
    throw error
  }
  const files = openFiles({ dataDir, onError })
  await files.settled()
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const stop = await listen({ pages_changed: tell })
  try {
    return await work(() => told.then(files.settled))
  } finally {
    await stop()
    await files.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const every = 10

/** How late this process came to its timers while something was done, in ms, and how much its memory grew. */
async function watched(work: () => Promise<unknown>): Promise<Watched> {
  const delay = monitorEventLoopDelay({ resolution: every })
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  delay.enable()
  await work()
  delay.disable()
  clearInterval(timer)
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - every)
  return { p99: late(delay.percentile(99)), most: late(delay.max), megabytes: (most - before) / 1e6 }
}
