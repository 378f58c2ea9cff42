import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { importedFiles } from '../../../db/schema'
import { hashOf, slicesOf } from '../../bytes/read-slices'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { mostFileBytes, typeOfFile } from './file-type'

/** Keeps a file as a member sent it, so that it can be read; one of a kind that is not read is refused. Its id. */
export async function addFile(
  member: Member,
  { name, bytes }: { name: string; bytes: Buffer },
  within?: Transaction,
): Promise<{ fileId: string }> {
  if (bytes.length > mostFileBytes)
    throw new Refused({ code: 'file-too-large', values: { megabytes: mostFileBytes / 1_000_000 } })
  if (bytes.length === 0) throw new Refused({ code: 'page-empty' })
  const type = typeOfFile(bytes, name)
  if (type === 'old-word') throw new Refused({ code: 'file-old-word' })
  if (type === 'unknown') throw new Refused({ code: 'file-not-text' })
  const id = newId()
  const belongs = { id, deskId: member.deskId, memberId: member.id }
  const named = { ...belongs, name: name.replaceAll('\0', '').slice(0, 300), type, hash: await hashOf(bytes) }
  const keep = (tx: Transaction) => keepBytes(tx, named, bytes)
  await (within ? keep(within) : db().transaction(keep))
  return { fileId: id }
}

type Named = Omit<typeof importedFiles.$inferInsert, 'bytes'>

// As a value of one statement all of a large file would be copied at once, which holds up the rooms of this process. So
// its slices go into a large object, which is gone again when the row has them.
async function keepBytes(tx: Transaction, named: Named, bytes: Buffer): Promise<void> {
  const { rows } = await tx.execute<{ object: number }>(sql`select lo_from_bytea(0, '') as object`)
  const object = sql`${rows[0]?.object}::oid`
  let at = 0
  for await (const slice of slicesOf(bytes)) {
    await tx.execute(sql`select lo_put(${object}, ${at}::bigint, ${slice}::bytea)`)
    at += slice.length
  }
  await tx.insert(importedFiles).values({ ...named, bytes: sql`lo_get(${object})` })
  await tx.execute(sql`select lo_unlink(${object})`)
}
