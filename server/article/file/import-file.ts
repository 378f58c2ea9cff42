import { and, eq } from 'drizzle-orm'
import { validate as isId } from 'uuid'
import { db } from '../../../db/client'
import { importedFiles } from '../../../db/schema'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { articleAt, isOfNothing, keepDraft } from '../draft/keep-draft'
import { extractFileInWorker } from '../extract/extract-in-worker'
import type { Imported } from '../import-article'
import { titleOfFile } from './file-type'
import { readFileBytes, sizeOfFile } from './read-file'

/**
 * Drafts a file that the member has sent, or that was fetched from an address. One that cannot be read is refused with the
 * reason, and not kept.
 */
export async function importFile(
  member: Member,
  fileId: string,
  from: string | null = null,
): Promise<Imported> {
  const { name, type, bytes } = await readFile(member, fileId)
  try {
    const { extraction, shown, ...saved } = await extractFileInWorker({ kind: 'file', type, bytes })
    const address = from ?? saved.address
    const known = address && (await articleAt(member, address))
    if (known) {
      await removeFile(fileId)
      return { articleId: known }
    }
    const titled = { ...extraction, title: extraction.title ?? titleOfFile(name) }
    return { draftId: await keepDraft(member, { extraction: titled, original: shown, address, fileId }) }
  } catch (error) {
    if (error instanceof Refused) await removeFile(fileId)
    throw error
  }
}

/** A file of the member's that nothing was made of yet. */
async function readFile(member: Member, fileId: string) {
  if (!isId(fileId)) throw new Refused({ code: 'file-unknown' })
  const isOwn = and(eq(importedFiles.id, fileId), eq(importedFiles.memberId, member.id), isOfNothing)
  const { name, type } = importedFiles
  const [file] = await db().select({ name, type, size: sizeOfFile }).from(importedFiles).where(isOwn)
  if (!file) throw new Refused({ code: 'file-unknown' })
  return { ...file, bytes: await readFileBytes({ id: fileId, size: file.size }) }
}

async function removeFile(fileId: string): Promise<void> {
  await db()
    .delete(importedFiles)
    .where(and(eq(importedFiles.id, fileId), isOfNothing))
}
