import { parentPort, workerData } from 'node:worker_threads'
import { closeDatabase, db, openDatabase } from '../../../../db/client'
import { datasetParts } from '../../../../db/schema'
import { type FilesWritten, writeFiles } from './write-files'
import type { Keep } from './write-parts'

/** Which database, what addresses begin with, and under which id the parts are kept. */
export type Task = { url: string; origin: string; making: string }

/** Reads one moment by one connection and keeps by another, which commits when all is written. */
async function write({ url, origin, making }: Task): Promise<FilesWritten> {
  openDatabase(url, { max: 2 })
  try {
    return await db().transaction(async (keeping) => {
      // The files come on beside each other, a connection takes one question at a time.
      let last: Promise<unknown> = Promise.resolve()
      const keep: Keep = async (name, place, bytes) => {
        last = last.then(() => keeping.insert(datasetParts).values({ making, name, place, bytes }))
        await last
      }
      return db().transaction((tx) => writeFiles(tx, origin, keep), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      })
    })
  } finally {
    await closeDatabase()
  }
}

// What fails ends the thread, and is heard there.
parentPort?.postMessage(await write(workerData as Task)) // Given by `writeInWorker` alone.
