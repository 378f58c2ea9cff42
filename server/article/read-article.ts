import { and, desc, eq, sql } from 'drizzle-orm'
import { validate as isId } from 'uuid'
import { db } from '../../db/client'
import { articles, desks, drafts, importedFiles, revisions } from '../../db/schema'
import { refuseAbsent } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { type Corrections, whyNotField } from './article'
import type { Field } from './extract/extraction'

/**
 * An article with its newest revision, or the one that is asked for, for the workspace; one of another desk is unknown,
 * a deleted one refused.
 */
export async function readArticle(member: Member, articleId: string, number?: number) {
  if (!isId(articleId)) throw new Refused({ code: 'article-unknown' })
  await refuseAbsent(member, articleId)
  const [row] = await db()
    .select({ article: articles, revision: revisions, desk: desks, count })
    .from(articles)
    .innerJoin(revisions, eq(revisions.articleId, articles.id))
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .where(and(eq(articles.id, articleId), eq(articles.deskId, member.deskId)))
    .orderBy(desc(sql`${revisions.number} = ${number ?? 0}`), desc(revisions.number))
    .limit(1)
  if (!row) throw new Refused({ code: 'article-unknown' })
  const { article, revision, desk } = row
  return {
    desk: {
      slug: desk.slug,
      name: desk.name,
      sourcesNeeded: desk.sourcesNeeded,
      language: desk.language,
      timeZone: desk.timeZone,
    },
    member: { id: member.id, name: member.name, role: member.role },
    article: {
      id: article.id,
      address: article.address,
      isOwn: article.isOwn,
      publicNumber: article.publicNumber,
    },
    revision: {
      id: revision.id,
      number: revision.number,
      hash: revision.hash,
      text: revision.text,
      blocks: revision.blocks,
      title: revision.title,
      byline: revision.byline,
      published: revision.published,
      publisher: revision.publisher,
      language: revision.language,
      /** Whether it came as a file, which can be had again as it came. */
      hasFile: revision.fileId !== null,
    },
    revisionsCount: row.count,
  }
}

/** Revisions are only added, so the newest number is how many there are. */
const count = sql<number>`(select max(r.number) from ${revisions} r where r.article_id = ${articles.id})`

/** One draft of the member's own, with what was extracted and the kind of file that it came in. */
export async function readDraft(member: Member, draftId: string) {
  if (!isId(draftId)) throw new Refused({ code: 'draft-unknown' })
  const [draft] = await db()
    .select({
      id: drafts.id,
      address: drafts.address,
      extraction: drafts.extraction,
      file: { name: importedFiles.name, type: importedFiles.type },
      // Of a PDF the words of its pages, for a browser that cannot show the pages themselves.
      pages: sql<string | null>`case when ${importedFiles.type} = 'pdf' then ${drafts.original} end`,
    })
    .from(drafts)
    .leftJoin(importedFiles, eq(importedFiles.id, drafts.fileId))
    .where(and(eq(drafts.id, draftId), eq(drafts.memberId, member.id)))
  if (!draft) throw new Refused({ code: 'draft-unknown' })
  return draft
}

/** The member's own drafts that were neither frozen nor dropped, newest first. */
export async function listDrafts(member: Member) {
  return db()
    .select({
      id: drafts.id,
      title: sql<string | null>`${drafts.extraction} ->> 'title'`,
      address: drafts.address,
      createdAt: drafts.createdAt,
    })
    .from(drafts)
    .where(eq(drafts.memberId, member.id))
    .orderBy(desc(drafts.createdAt))
}

/** The extraction without what cannot be read in it, for an import that nobody looks at first. */
export function uncorrected(extraction: Awaited<ReturnType<typeof readDraft>>['extraction']): Corrections {
  const { blocks: _, provenance: __, standfirst: ___, ...fields } = extraction
  const readable = (field: Field, text: string | null) => (whyNotField(field, text) ? null : text)
  return {
    ...fields,
    title: fields.title ?? '',
    published: readable('published', fields.published),
    updated: readable('updated', fields.updated),
    language: readable('language', fields.language),
    ...{ isOwn: false, address: null },
    ...{ leftOut: [], joined: [], kinds: [] },
  }
}
