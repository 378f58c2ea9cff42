import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { type Database, db, type Transaction } from '../../../db/client'
import { importedFiles } from '../../../db/schema'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { mostFileBytes, typeOfFile } from './file-type'

/** Keeps a file as a member sent it, so that it can be read; one of a kind that is not read is refused. Its id. */
export async function addFile(
  member: Member,
  { name, bytes }: { name: string; bytes: Buffer },
  at: Pick<Database | Transaction, 'insert'> = db(),
) {
  if (bytes.length > mostFileBytes)
    throw new Refused({ code: 'file-too-large', values: { megabytes: mostFileBytes / 1_000_000 } })
  if (bytes.length === 0) throw new Refused({ code: 'page-empty' })
  const type = typeOfFile(bytes, name)
  if (type === 'old-word') throw new Refused({ code: 'file-old-word' })
  if (type === 'unknown') throw new Refused({ code: 'file-not-text' })
  const id = newId()
  const hash = createHash('sha256').update(bytes).digest('hex')
  const belongs = { id, deskId: member.deskId, memberId: member.id }
  await at
    .insert(importedFiles)
    .values({ ...belongs, name: name.replaceAll('\0', '').slice(0, 300), type, hash, bytes })
  return { fileId: id }
}
