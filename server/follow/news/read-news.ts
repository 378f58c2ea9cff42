import { and, asc, eq, isNull, notExists, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import {
  desks,
  dossierOutbox,
  dossierPublications,
  dossiers,
  followNews,
  follows,
  outbox,
  publications,
  underReview,
} from '../../../db/schema'
import { dossierPath } from '../../dossier/published/frozen-dossier'
import { spokenFor } from '../../language/language'
import { publicWords } from '../../publication/publication'
import { words } from '../../words'
import type { News } from './letter'

/** Everybody who is still to be told something that can be read. */
export async function readWaiting(): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ id: follows.followerId })
    .from(followNews)
    .innerJoin(follows, eq(follows.id, followNews.followId))
    .where(isMade())
  return rows.map(({ id }) => id)
}

/**
 * What a follower is still to be told, in the words that readers have now, dossiers first, of each check what happened last;
 * and the ids of all that is told by that, also of what is told no more.
 */
export async function readNews(
  tx: Transaction,
  followerId: string,
): Promise<{ told: string[]; news: News[] }> {
  const [checks, retracted] = [await readOfChecks(tx, followerId), await readOfDossiers(tx, followerId)]
  return {
    told: [...checks, ...retracted].map(({ id }) => id),
    news: [...retracted.map(newsOfDossier), ...newestOfEach(checks).flatMap((row) => newsOfCheck(row) ?? [])],
  }
}

type OfCheck = Awaited<ReturnType<typeof readOfChecks>>[number]

function readOfChecks(tx: Transaction, followerId: string) {
  const newest = sql`${publications.version} = (select max(newer.version) from publications newer
    where newer.claim_id = ${publications.claimId})`
  const isOfClaim = sql`${publications.claimId} =
    (select told.claim_id from publications told where told.id = ${followNews.publicationId})`
  return tx
    .select({
      ...{ id: followNews.id, kind: followNews.kind, number: publications.number },
      ...{ version: publications.version, now: publications.kind, note: publications.publicNote },
      ...{ content: publications.content, line: underReview.line },
      desk: { name: desks.name, language: desks.language },
    })
    .from(followNews)
    .innerJoin(follows, eq(follows.id, followNews.followId))
    .innerJoin(publications, and(isOfClaim, newest))
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(and(eq(follows.followerId, followerId), isMade()))
    .orderBy(asc(followNews.at), asc(followNews.id))
}

type OfDossier = Awaited<ReturnType<typeof readOfDossiers>>[number]

function readOfDossiers(tx: Transaction, followerId: string) {
  return tx
    .select({
      ...{ id: followNews.id, kind: followNews.kind },
      // What is published has one.
      number: sql<number>`${dossiers.publicNumber}`,
      content: dossierPublications.content,
      desk: { name: desks.name, language: desks.language },
    })
    .from(followNews)
    .innerJoin(follows, eq(follows.id, followNews.followId))
    .innerJoin(dossierPublications, eq(dossierPublications.id, followNews.dossierPublicationId))
    .innerJoin(dossiers, eq(dossiers.id, dossierPublications.dossierId))
    .innerJoin(desks, eq(desks.id, dossierPublications.deskId))
    .where(and(eq(follows.followerId, followerId), isMade()))
    .orderBy(asc(followNews.at), asc(followNews.id))
}

/** What is told can be read: its pages are made. */
const isMade = () =>
  and(
    notExists(
      db()
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(eq(outbox.publicationId, followNews.publicationId), isNull(outbox.doneAt))),
    ),
    notExists(
      db()
        .select({ id: dossierOutbox.id })
        .from(dossierOutbox)
        .where(
          and(
            eq(dossierOutbox.dossierPublicationId, followNews.dossierPublicationId),
            isNull(dossierOutbox.doneAt),
          ),
        ),
    ),
  )

/** The newest of what happened to each claim; what was true before it would only confuse. */
function newestOfEach(rows: OfCheck[]): OfCheck[] {
  return [...new Map(rows.map((row) => [row.number, row])).values()]
}

/** What is told of it now; null for a check that was withdrawn before anybody was told that there is one. */
function newsOfCheck({ id, kind, number, version, now, note, content, desk, line }: OfCheck): News | null {
  if (now === 'retraction' && kind !== 'retracted') return null
  const said = kind === 'under-review' ? (line ?? note) : kind === 'published' ? '' : note
  return {
    id,
    kind,
    desk,
    now: publicWords(content, { number, version }, words(spokenFor(desk.language))),
    note: said,
  }
}

function newsOfDossier({ id, kind, number, content, desk }: OfDossier): News {
  const now = { statement: content.name, label: '', path: dossierPath(number, content.name) }
  return { id, kind, desk, now, note: content.retraction?.text ?? '' }
}
