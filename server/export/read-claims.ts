import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import {
  articles,
  claimNumbers,
  claims,
  comments,
  members,
  people,
  publications,
  revisions,
  sources,
  threads,
} from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { readLines } from '../thread/mention/read-lines'
import { isOpen, newestWords } from '../thread/read-threads'
import { inNames, piecesOf } from '../thread/thread'
import type { ExportedClaim, ExportedComment, ExportedSource } from './export'

/** Claims read at once: enough to be quick, few enough to be nothing in memory. */
const atOnce = 200

/**
 * The working claims of a member's desk in order of their ids, some at a time. What the member may not know of is not
 * among them; each time that is asked anew.
 */
export async function* readClaims(member: Pick<Member, 'id' | 'deskId'>): AsyncGenerator<ExportedClaim[]> {
  let after: string | null = null
  while (true) {
    const found: ExportedClaim[] = await readSome(member, after)
    if (found.length) yield found
    if (found.length < atOnce) return
    after = found.at(-1)?.id ?? null
  }
}

async function readSome({ id, deskId }: Pick<Member, 'id' | 'deskId'>, after: string | null) {
  const rows = await db()
    .select({
      ...{ id: claims.id, articleId: claims.articleId, address: articles.address },
      ...{ markedAt: claims.markedAt, quote: claims.quote, statement: claims.statement },
      ...{ speaker: claims.speaker, saidAt: claims.saidAt, kind: claims.kind, topics: claims.topics },
      ...{ figure: claims.figure },
      ...{ verdict: claims.verdict, confidence: claims.confidence, shortAnswer: claims.shortAnswer },
      ...{ rationale: claims.rationale, notKnown: claims.notKnown },
      article: sql<string>`(select ${revisions.title} from ${revisions}
        where ${revisions.articleId} = ${articles.id} order by ${revisions.number} desc limit 1)`,
      number: sql<number | null>`(select ${claimNumbers.number} from ${claimNumbers}
        where ${claimNumbers.claimId} = ${claims.id})`,
      version: sql<number | null>`(select max(${publications.version}) from ${publications}
        where ${publications.claimId} = ${claims.id})`,
    })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        eq(claims.deskId, deskId),
        eq(claims.isDeleted, false),
        isThere(claims.articleId, id),
        after ? gt(claims.id, after) : undefined,
      ),
    )
    .orderBy(asc(claims.id))
    .limit(atOnce)
  const ids = rows.map((row) => row.id)
  const [evidence, said] = await Promise.all([readSources(ids), readComments(ids, deskId)])
  return rows.map(({ confidence, ...row }) => ({
    ...{ ...row, confidence: confidence?.level ?? null },
    sources: evidence.get(row.id) ?? [],
    comments: said.get(row.id) ?? [],
  }))
}

async function readSources(claimIds: string[]): Promise<Map<string, ExportedSource[]>> {
  const rows = await db()
    .select()
    .from(sources)
    .where(inArray(sources.claimId, claimIds))
    .orderBy(asc(sources.number))
  return grouped(rows.map(({ id: _, claimId, ...source }) => ({ claimId, one: source })))
}

async function readComments(claimIds: string[], deskId: string): Promise<Map<string, ExportedComment[]>> {
  const newest = newestWords()
  const rows = await db()
    .select({
      claimId: sql<string>`${threads.claimId}`,
      ...{ thread: threads.id, by: people.name, at: comments.saidAt, text: newest.text },
      isResolved: sql<boolean>`not ${isOpen}`,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .crossJoinLateral(newest)
    .innerJoin(members, eq(members.id, comments.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(inArray(threads.claimId, claimIds), isNull(threads.removedAt)))
    .orderBy(asc(threads.raisedAt), asc(threads.id), asc(comments.saidAt), asc(comments.id))
  const lines = await readLines(
    deskId,
    rows.map(({ text }) => text),
    (text, nameOf) => inNames(piecesOf(text), nameOf),
  )
  return grouped(
    rows.map(({ claimId, at, ...comment }, index) => ({
      claimId,
      one: { ...comment, at: at.toISOString(), text: lines[index] ?? comment.text },
    })),
  )
}

function grouped<One>(rows: { claimId: string; one: One }[]): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const { claimId, one } of rows) groups.set(claimId, [...(groups.get(claimId) ?? []), one])
  return groups
}
