import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { claims, sourceNotes, sources } from '../../../db/schema'
import { holdArticle } from '../../deleted/lock-article'
import { isOpenTo } from '../../deleted/read-removal'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { sealBytes } from '../../sealed/keep-sealed-bytes'
import { sealedFor, whyNotKeepNote } from './source-note'

type KeepRequest = {
  member: Member
  sourceId: string
  text: string
  file: { name: string; bytes: Buffer } | null
}

/**
 * Keeps what the desk's editors alone may know of a source. It is encrypted wherever the installation has a SECRET_KEY; of
 * a confidential source nothing is kept without one.
 */
export async function keepNote({ member, sourceId, text, file }: KeepRequest): Promise<void> {
  refuseIf(whyNotKeepNote(text, file?.bytes.length ?? null))
  await db().transaction(async (tx) => {
    const source = await findSource(tx, member, sourceId)
    if (!source) throw new Refused({ code: 'source-unknown' })
    await holdArticle(tx, member, source.articleId)
    const id = uuid()
    const words = Buffer.from(JSON.stringify({ text: text.trim(), fileName: file?.name ?? null }))
    const isSealed = source.isConfidential || settings().secretKey !== null
    const kept = (part: 'words' | 'file', content: Buffer) =>
      isSealed ? sealBytes(content, sealedFor(part, id)) : content
    await tx.insert(sourceNotes).values({
      ...{ id, sourceId, isSealed, deskId: member.deskId, articleId: source.articleId, memberId: member.id },
      ...{ content: kept('words', words), file: file && kept('file', file.bytes) },
    })
  })
}

/** A source of the member's desk, with the article it belongs to; null for one that they may not know of. */
async function findSource(tx: Transaction, member: Member, sourceId: string) {
  const [source] = await tx
    .select({ articleId: claims.articleId, isConfidential: sources.isConfidential })
    .from(sources)
    .innerJoin(claims, eq(claims.id, sources.claimId))
    .where(
      and(eq(sources.id, sourceId), eq(claims.deskId, member.deskId), isOpenTo(claims.articleId, member.id)),
    )
  return source ?? null
}
