import { eq, ne, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, pool, type Transaction } from '../../../db/client'
import { datasetFiles, datasetParts } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { notify } from '../../channel/notify'
import { settings } from '../../env'
import { readListTemplate } from '../made/read-template'
import { datasetPage } from '../pages/lists/dataset-page'
import { json, storeHtml, storePages } from '../stored/store-pages'
import { type DatasetFile, dataPackage, type LeftOut } from './data-package'
import type { FilesWritten } from './worker/write-files'
import { writeInWorker } from './worker/write-in-worker'
import type { WrittenFile } from './worker/write-parts'

export type DatasetMade = { versions: number; leftOut: LeftOut[]; files: DatasetFile[] }

type Options = {
  /** Asked once nobody else is making it: false where what they made will do. */
  isWanted?: (tx: Transaction) => Promise<boolean>
  /** Ends it, as the process stops. */
  over?: AbortSignal
}

/**
 * Makes the data set of all that is published and the page about it, all of one moment: readers have the files of
 * before until all are there. Null where it is not wanted, or the installation gives none away.
 */
export async function writeDataset(now: Date, options: Options = {}): Promise<DatasetMade | null> {
  const { hasDataset, publicOrigin: origin } = settings()
  if (!hasDataset) return null
  return db().transaction(async (tx) => {
    await takeTurn(tx, 'making the data set')
    if (options.isWanted && !(await options.isWanted(tx))) return null
    const making = uuid()
    const task = { url: addressOfDatabase(), origin, making }
    const written = await writeInWorker(task, { over: options.over })
    const files = written.files.map(({ name, mediatype, bytes, sha256 }) => ({
      name,
      mediatype,
      bytes,
      sha256,
    }))
    await describe(tx, { ...written, files }, now)
    await handOver(tx, making, written.files)
    return { versions: written.rows, leftOut: written.leftOut, files }
  })
}

function addressOfDatabase(): string {
  const { connectionString } = pool().options
  if (!connectionString) throw new Error('the database was opened without an address')
  return connectionString
}

type Described = Omit<FilesWritten, 'files'> & { files: DatasetFile[] }

/** The description for programs, and the page for readers. */
async function describe(tx: Transaction, made: Described, now: Date): Promise<void> {
  const { publicOrigin: origin, publicLicence: licence } = settings()
  const template = await readListTemplate(tx)
  const { say, desk } = template.edition
  const described = dataPackage({
    ...{ ...made, licence, origin, created: now },
    ...{ title: say('dataset.titleOf', { desk: desk.name }), description: say('dataset.lead') },
  })
  const path = '/dataset/datapackage.json'
  const content = `${JSON.stringify(described, null, 2)}\n`
  await storePages(tx, [{ path, canonical: path, contentType: json, content, template: 'dataset' }])
  const page = datasetPage({ ...made, madeAt: now }, template.edition)
  await storeHtml(tx, [{ path: '/dataset', canonical: '/dataset', content: page }], template)
}

/** From here on readers have these files. Nothing of those before stays: words may have been removed from them. */
async function handOver(tx: Transaction, making: string, files: WrittenFile[]): Promise<void> {
  for (const file of files) {
    const row = { ...file, making, madeAt: new Date() }
    const isSame = eq(datasetFiles.sha256, file.sha256)
    const madeAt = sql`case when ${isSame} then ${datasetFiles.madeAt} else excluded.made_at end`
    await tx
      .insert(datasetFiles)
      .values(row)
      .onConflictDoUpdate({ target: datasetFiles.name, set: { ...row, madeAt } })
  }
  await tx.delete(datasetParts).where(ne(datasetParts.making, making))
  await notify(tx, 'pages_changed', { paths: files.map(({ name }) => `/dataset/${name}`) })
}
