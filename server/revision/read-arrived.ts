import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { importedFiles } from '../../db/schema'
import { kindOf, withStandfirst } from '../article/article'
import { extractFileInWorker, extractInWorker } from '../article/extract/extract-in-worker'
import type { PageTask } from '../article/extract/extract-worker'
import type { Extraction } from '../article/extract/extraction'
import { typeOfFile } from '../article/file/file-type'
import { readFileBytes, sizeOfFile } from '../article/file/read-file'
import { hashOf } from '../bytes/read-slices'
import { Refused } from '../refusal'
import type { Newest } from './read-newest'

/** What there is of an article now: a page's HTML, a text, or a file. `isPasted`: a member says that this is it. */
export type Arrived = { isPasted: boolean } & (
  | { content: string; kind: 'html' | 'text' }
  | { name: string; bytes: Buffer }
)

/** Reads what arrived, and gives what of it is kept to be shown; a file of a kind that is not read is refused. */
export async function readArrived(
  arrived: Arrived,
  address: string | null,
): Promise<{ extraction: Extraction; shown: string }> {
  if ('content' in arrived) {
    const { content, kind } = arrived
    return { extraction: await extractInWorker(taskOf(kind, content, address)), shown: content }
  }
  const type = typeOfFile(arrived.bytes, arrived.name)
  if (type === 'old-word') throw new Refused({ code: 'file-old-word' })
  if (type === 'unknown') throw new Refused({ code: 'file-not-text' })
  return extractFileInWorker({ kind: 'file', type, bytes: arrived.bytes })
}

/** Whether what arrived is, byte for byte, what the newest revision was read from: then nothing has to be read. */
export async function isUnchanged({ original, fileId }: Newest, arrived: Arrived): Promise<boolean> {
  if ('content' in arrived) return !fileId && arrived.content.replaceAll('\0', '') === original
  if (!fileId) return false
  const [file] = await db()
    .select({ hash: importedFiles.hash })
    .from(importedFiles)
    .where(eq(importedFiles.id, fileId))
  return file?.hash === (await hashOf(arrived.bytes))
}

/** What the page or file of the newest revision is read as today: the extractor may have learnt since. */
export async function readAgain(newest: Newest): Promise<Pick<Extraction, 'blocks'>> {
  try {
    return withStandfirst(await extractionOf(newest))
  } catch (error) {
    // What cannot be read any more says nothing of what was left out.
    if (error instanceof Refused) return { blocks: newest.blocks }
    throw error
  }
}

async function extractionOf({ original, address, fileId }: Newest): Promise<Extraction> {
  if (!fileId) return extractInWorker(taskOf(kindOf(original), original, address))
  const [file] = await db()
    .select({ type: importedFiles.type, size: sizeOfFile })
    .from(importedFiles)
    .where(eq(importedFiles.id, fileId))
  if (!file) throw new Error('a revision has lost its file')
  const bytes = await readFileBytes({ id: fileId, size: file.size })
  return (await extractFileInWorker({ kind: 'file', type: file.type, bytes })).extraction
}

const taskOf = (kind: 'html' | 'text', content: string, address: string | null): PageTask =>
  kind === 'html' ? { kind, html: content, url: address ?? 'about:blank' } : { kind, raw: content }
