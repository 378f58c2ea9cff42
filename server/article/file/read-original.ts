import { and, desc, eq } from 'drizzle-orm'
import { validate as isId } from 'uuid'
import { db } from '../../../db/client'
import { articles, drafts, importedFiles, revisions } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import type { FileType } from './file-type'
import { sizeOfFile } from './read-file'

/** What an article was made of: the page or the text, of a file what is shown of it, and which file that is. */
export type Original = {
  text: string
  file: { id: string; name: string; type: FileType; size: number } | null
}

const { id, name, type } = importedFiles
const file = { id, name, type, size: sizeOfFile }

/** What a draft of the member's own was made of; null where there is none. */
export async function readDraftOriginal(member: Member, draftId: string): Promise<Original | null> {
  if (!isId(draftId)) return null
  const [row] = await db()
    .select({ text: drafts.original, file })
    .from(drafts)
    .leftJoin(importedFiles, eq(importedFiles.id, drafts.fileId))
    .where(and(eq(drafts.id, draftId), eq(drafts.memberId, member.id)))
  return row ?? null
}

/**
 * What a revision of an article was made of, the newest where no number is named; null where the article is not there
 * for the member, or has no such revision.
 */
export async function readOriginal(
  member: Member,
  articleId: string,
  number: number | null,
): Promise<Original | null> {
  if (!isId(articleId)) return null
  const isTheirs = and(eq(articles.id, articleId), eq(articles.deskId, member.deskId))
  const isNamed = number === null ? undefined : eq(revisions.number, number)
  const [row] = await db()
    .select({ text: revisions.original, file })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .leftJoin(importedFiles, eq(importedFiles.id, revisions.fileId))
    .where(and(isTheirs, isThere(articles.id, member.id), isNamed))
    .orderBy(desc(revisions.number))
    .limit(1)
  return row ?? null
}
