import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { articles, sourceNotes } from '../../../db/schema'
import { holdArticle } from '../../deleted/lock-article'
import { isOpenTo } from '../../deleted/read-removal'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { readSources } from '../../room/doc/room-claims'
import { documentOf } from '../../room/doc/room-doc'
import { readStored } from '../../room/kept/read-room'
import { sealBytes } from '../../sealed/keep-sealed-bytes'
import { sealedFor, whyNotKeepNote } from './source-note'

type KeepRequest = {
  member: Member
  articleId: string
  sourceId: string
  text: string
  file: { name: string; bytes: Buffer } | null
}

/**
 * Keeps what the desk's editors alone may know of a source. It is encrypted wherever the installation has a SECRET_KEY; of
 * a confidential source nothing is kept without one.
 */
export async function keepNote(request: KeepRequest): Promise<void> {
  const { member, articleId, sourceId, text, file } = request
  refuseIf(whyNotKeepNote(text, file?.bytes.length ?? null))
  await db().transaction(async (tx) => {
    const source = await findSource(tx, request)
    if (!source) throw new Refused({ code: 'source-unknown' })
    await holdArticle(tx, member, articleId)
    const id = uuid()
    const words = Buffer.from(JSON.stringify({ text: text.trim(), fileName: file?.name ?? null }))
    const isSealed = source.confidential !== undefined || settings().secretKey !== null
    const kept = (part: 'words' | 'file', content: Buffer) =>
      isSealed ? sealBytes(content, sealedFor(part, id)) : content
    await tx.insert(sourceNotes).values({
      ...{ id, sourceId, isSealed, deskId: member.deskId, articleId, memberId: member.id },
      ...{ content: kept('words', words), file: file && kept('file', file.bytes) },
    })
  })
}

/**
 * A source as the article's room is stored: the tables follow the room a moment later, and whoever has just added it may
 * write a note at once. Null where the member may know of no such article or source.
 */
async function findSource(tx: Transaction, { member, articleId, sourceId }: KeepRequest) {
  const [article] = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(eq(articles.id, articleId), eq(articles.deskId, member.deskId), isOpenTo(articles.id, member.id)),
    )
  if (!article) return null
  const { doc } = await readStored(documentOf(articleId), tx)
  const sources = [...readSources(doc).values()].flatMap((evidence) => evidence.sources)
  return sources.find(({ id }) => id === sourceId) ?? null
}
