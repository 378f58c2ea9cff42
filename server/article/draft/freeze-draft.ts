import { and, eq } from 'drizzle-orm'
import { validate as isId, v7 as newId } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { articles, drafts, importedFiles, revisions } from '../../../db/schema'
import { isForMember, refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import {
  addressKey,
  type Corrections,
  provenanceAfter,
  quotable,
  wholeAddress,
  whyNotCorrect,
  whyNotFreeze,
} from '../article'
import { frozenText, textHash } from '../frozen-text'
import { keptBlocks, whyNotEdit } from './edited-blocks'
import { isOfNothing } from './keep-draft'

type Frozen = { articleId: string; revision: number; hash: string }

/** Freezes a draft as revision 1 of a new article; if the address came in meanwhile, or is typed here, leads to that article. */
export async function freezeDraft(
  member: Member,
  draftId: string,
  corrections: Corrections,
): Promise<Frozen> {
  return db().transaction(async (tx) => {
    const draft = await takeDraft(tx, member, draftId)
    const { leftOut, joined, kinds, isOwn, address: typed, ...fields } = corrections
    const read = draft.extraction.blocks
    refuseIf(whyNotEdit(read, { leftOut, joined, kinds }))
    const blocks = keptBlocks(read, { leftOut, joined, kinds }).map(quotable)
    refuseIf(whyNotFreeze(corrections.title, blocks) ?? whyNotCorrect(corrections))
    const address = draft.address ?? wholeAddress(typed ?? '')
    const added = await addArticle(tx, member, { address, key: address && addressKey(address), isOwn })
    const there = added ? null : await newestRevisionAt(tx, member, address)
    if (there) return there
    const articleId = added ?? (await addArticle(tx, member, { address, key: null, isOwn }))
    if (!articleId) throw new Error('an article without a key clashed')
    const text = frozenText(blocks)
    const hash = textHash(text)
    const provenance = provenanceAfter(draft.extraction, corrections)
    const { original, fileId } = draft
    const frozen = { ...fields, blocks, text, hash, provenance, original, fileId, frozenBy: member.id }
    await tx.insert(revisions).values({ id: newId(), articleId, number: 1, ...frozen })
    return { articleId, revision: 1, hash }
  })
}

/** Drops a draft its member does not want to freeze, and the file that it came in. */
export async function dropDraft(member: Member, draftId: string): Promise<void> {
  if (!isId(draftId)) return
  await db().transaction(async (tx) => {
    const [dropped] = await tx
      .delete(drafts)
      .where(and(eq(drafts.id, draftId), eq(drafts.memberId, member.id)))
      .returning({ fileId: drafts.fileId })
    if (dropped?.fileId)
      await tx.delete(importedFiles).where(and(eq(importedFiles.id, dropped.fileId), isOfNothing))
  })
}

/** A draft is taken once: freezing and dropping at the same moment cannot both happen. */
async function takeDraft(tx: Transaction, member: Member, draftId: string) {
  if (!isId(draftId)) throw new Refused({ code: 'draft-unknown' })
  const [draft] = await tx
    .delete(drafts)
    .where(and(eq(drafts.id, draftId), eq(drafts.memberId, member.id)))
    .returning()
  if (!draft) throw new Refused({ code: 'draft-unknown' })
  return draft
}

type Added = { address: string | null; key: string | null; isOwn: boolean }

async function addArticle(tx: Transaction, member: Member, { address, key, isOwn }: Added) {
  const [row] = await tx
    .insert(articles)
    .values({ id: newId(), deskId: member.deskId, address, addressKey: key, isOwn, importedBy: member.id })
    .onConflictDoNothing({ target: [articles.deskId, articles.addressKey] })
    .returning({ id: articles.id })
  return row?.id ?? null
}

/** Null where that article is limited to others: theirs is then another. Refuses where it is deleted: the draft stays. */
async function newestRevisionAt(tx: Transaction, member: Member, address: string | null) {
  const [row] = await tx
    .select({ articleId: articles.id, revision: revisions.number, hash: revisions.hash })
    .from(articles)
    .innerJoin(revisions, eq(revisions.articleId, articles.id))
    .where(
      and(
        eq(articles.deskId, member.deskId),
        eq(articles.addressKey, addressKey(address ?? '')),
        isForMember(articles.id, member.id),
      ),
    )
    .orderBy(revisions.number)
  if (!row) return null
  await refuseAbsent(member, row.articleId, tx)
  return row
}
