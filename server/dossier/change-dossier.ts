import { and, eq, isNull } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../db/client'
import { dossierArticles, dossierNotes, dossiers } from '../../db/schema'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { whyNotNamed, whyNotNoted, whyNotRemoved } from './dossier'
import { lockDossier } from './lock-dossier'

type Asked = { member: Member; dossierId: string }

/** Begins a dossier on the member's desk; sent again after a lost answer, it is there once. */
export async function addDossier({ member, dossierId, name }: Asked & { name: string }): Promise<void> {
  refuseIf(whyNotNamed(name))
  const made = { id: dossierId, deskId: member.deskId, name: name.trim(), madeBy: member.id }
  await db().transaction(async (tx) => {
    await tx.insert(dossiers).values(made).onConflictDoNothing()
    await lockDossier(tx, dossierId, member)
  })
}

/** Gives a dossier another name; what was published keeps the one it had until its next version. */
export async function renameDossier({ member, dossierId, name }: Asked & { name: string }): Promise<void> {
  refuseIf(whyNotNamed(name))
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    await tx
      .update(dossiers)
      .set({ name: name.trim(), renamedAt: new Date() })
      .where(eq(dossiers.id, dossierId))
  })
}

/** Puts an article of the desk into a dossier, once. */
export async function addArticle({
  member,
  dossierId,
  articleId,
}: Asked & { articleId: string }): Promise<void> {
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    await holdArticle(tx, member, articleId)
    await tx
      .insert(dossierArticles)
      .values({ id: uuid(), dossierId, articleId, addedBy: member.id })
      .onConflictDoNothing()
  })
}

/** Takes an article out of a dossier again; that it was in it stays on record. */
export async function takeArticleOut({
  member,
  dossierId,
  articleId,
}: Asked & { articleId: string }): Promise<void> {
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    await holdArticle(tx, member, articleId)
    const isIn = and(
      eq(dossierArticles.dossierId, dossierId),
      eq(dossierArticles.articleId, articleId),
      isNull(dossierArticles.takenOutAt),
    )
    const gone = await tx
      .update(dossierArticles)
      .set({ takenOutBy: member.id, takenOutAt: new Date() })
      .where(isIn)
      .returning({ id: dossierArticles.id })
    if (!gone.length) throw new Refused({ code: 'article-unknown' })
  })
}

/** Removes a dossier that was never published; its rows stay, so that it is known who did. */
export async function removeDossier({ member, dossierId }: Asked): Promise<void> {
  await db().transaction(async (tx) => {
    refuseIf(whyNotRemoved(await lockDossier(tx, dossierId, member)))
    await tx
      .update(dossiers)
      .set({ removedBy: member.id, removedAt: new Date() })
      .where(eq(dossiers.id, dossierId))
  })
}

type Noted = Asked & { id: string; text: string }

/** Signs a note for members; the id is made by whoever writes, so that it is kept once. */
export async function addNote({ member, dossierId, id, text }: Noted): Promise<void> {
  refuseIf(whyNotNoted(text))
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    await tx
      .insert(dossierNotes)
      .values({ id, dossierId, memberId: member.id, text: text.trim() })
      .onConflictDoNothing()
    const [kept] = await tx.select().from(dossierNotes).where(eq(dossierNotes.id, id))
    if (kept?.memberId !== member.id || kept.dossierId !== dossierId)
      throw new Refused({ code: 'dossier-unknown' })
  })
}
