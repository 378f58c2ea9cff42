import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { members, people, publications, redactedVersions, redactions } from '../../../db/schema'
import { isOpenTo } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { readRedactionChanges } from './read-redaction-changes'
import type { AskedRedaction, Ground, PublicRedaction, RedactionChange } from './redaction'

type Reader = Database | Transaction

/** The words that were removed from all that is published of an article. */
export async function readRemovedWords(at: Reader, articleId: string): Promise<string[]> {
  const removed = await at
    .select({ words: redactions.words })
    .from(redactions)
    .where(and(eq(redactions.articleId, articleId), isNotNull(redactions.confirmedAt)))
  return removed.flatMap(({ words }) => words)
}

/** What readers are told of words that were removed from these versions, by version, oldest first. */
export async function readPublicRedactions(
  at: Reader,
  publicationIds: string[],
): Promise<Map<string, PublicRedaction[]>> {
  const found = new Map<string, PublicRedaction[]>()
  const rows = await at
    .select({ of: redactedVersions, redaction: redactions })
    .from(redactedVersions)
    .innerJoin(redactions, eq(redactions.id, redactedVersions.redactionId))
    .where(inArray(redactedVersions.publicationId, publicationIds))
    .orderBy(asc(redactions.confirmedAt))
  for (const { of, redaction } of rows) {
    const { note, confirmedAt } = redaction
    if (!confirmedAt) continue
    const told = { ground: groundOf(redaction), note, at: confirmedAt, entry: of.entry }
    found.set(of.publicationId, [...(found.get(of.publicationId) ?? []), told])
  }
  return found
}

/** A removal as the desk's editors see it; `changes` are what it changes, while it waits for a second person. */
export type DeskRedaction = AskedRedaction & {
  id: string
  askedBy: { id: string; name: string }
  askedAt: Date
  confirmedAt: Date | null
  changes: RedactionChange[]
}

/** What was and is to be removed from what is published of a claim's article, newest first; what was dropped is left out. */
export async function readRedactions(claimId: string, member: Member): Promise<DeskRedaction[]> {
  const articleId = await articleOf(claimId, member)
  const rows = await db()
    .select({ redaction: redactions, name: people.name })
    .from(redactions)
    .innerJoin(members, eq(members.id, redactions.askedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(redactions.articleId, articleId), isNull(redactions.droppedAt)))
    .orderBy(desc(redactions.askedAt))
  return Promise.all(
    rows.map(async ({ redaction, name }) => {
      const { id, words, note, askedBy, askedAt, confirmedAt } = redaction
      const changes = confirmedAt ? [] : await readRedactionChanges(db(), articleId, words)
      const asked = { words, ...groundOf(redaction), note }
      return { id, ...asked, askedBy: { id: askedBy, name }, askedAt, confirmedAt, changes }
    }),
  )
}

/** Every page that changes when these words are removed, to look at before it is asked for. */
export async function readWordsFound(
  claimId: string,
  words: string[],
  member: Member,
): Promise<RedactionChange[]> {
  return readRedactionChanges(db(), await articleOf(claimId, member), words)
}

/** The article of a claim that this desk has published and the member may know of. */
export async function articleOf(claimId: string, { id, deskId }: Member, at: Reader = db()): Promise<string> {
  const isTheirs = and(eq(publications.claimId, claimId), eq(publications.deskId, deskId))
  const [row] = await at
    .select({ articleId: publications.articleId })
    .from(publications)
    .where(and(isTheirs, isOpenTo(publications.articleId, id)))
    .limit(1)
  if (!row) throw new Refused({ code: 'not-published' })
  return row.articleId
}

export const groundOf = ({ law, court, number }: Ground): Ground => ({ law, court, number })
