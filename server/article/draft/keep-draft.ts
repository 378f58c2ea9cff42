import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { articles, drafts, importedFiles } from '../../../db/schema'
import { isForMember } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { addressKey, whyNotBlocks, withStandfirst } from '../article'
import type { Extraction } from '../extract/extraction'

/** The article that a member of the desk finds under this address, if any; one that is limited to others says nothing. */
export async function articleAt({ id, deskId }: Member, address: string): Promise<string | null> {
  // Beside a limited article under its address, another has no key.
  const isAt = or(
    eq(articles.addressKey, addressKey(address)),
    and(isNull(articles.addressKey), eq(articles.address, address)),
  )
  const [row] = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.deskId, deskId), isAt, isForMember(articles.id, id)))
    .orderBy(sql`${articles.addressKey} nulls last`)
    .limit(1)
  return row?.id ?? null
}

/** What was read, what it was read from, and where that stands; `fileId` where it came as a file. */
type Found = { extraction: Extraction; original: string; address: string | null; fileId?: string }

/** Keeps what was read as a draft of the member's, who looks at it before it is frozen; its id. */
export async function keepDraft(member: Member, { original, ...found }: Found): Promise<string> {
  const extraction = withStandfirst(found.extraction)
  if (!extraction.blocks.some((block) => block.text.trim())) throw new Refused({ code: 'article-empty' })
  refuseIf(whyNotBlocks(extraction.blocks))
  const id = newId()
  const kept = original.replaceAll('\0', '') // Postgres keeps no zero characters in text
  await db().transaction(async (tx) => {
    await removeStale(tx)
    await tx
      .insert(drafts)
      .values({ ...found, id, deskId: member.deskId, memberId: member.id, extraction, original: kept })
  })
  return id
}

// A draft nobody froze within a week is not an import; its text can be fetched, pasted or sent again.
async function removeStale(tx: Transaction): Promise<void> {
  const isOld = sql`now() - interval '7 days'`
  await tx.delete(drafts).where(lt(drafts.createdAt, isOld))
  await tx.delete(importedFiles).where(and(lt(importedFiles.addedAt, isOld), sql`${isOfNothing}`))
}

/** SQL that says whether neither a draft nor a revision was made of a file. */
export const isOfNothing = sql`(not exists (select from drafts where drafts.file_id = ${importedFiles.id})
  and not exists (select from revisions where revisions.file_id = ${importedFiles.id}))`
