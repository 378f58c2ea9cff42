import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import {
  articleActivity,
  articles,
  claims,
  dossierArticles,
  dossierNotes,
  dossierPublications,
  dossiers,
  explanationDecisions,
  explanations,
  members,
  people,
} from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import type { DossierArticle, DossierNote, ListedDossier } from './dossier'
import { isOpenExplanation, isWaiting } from './explanation/read-explanations'
import { dossierPath } from './published/frozen-dossier'

/** Whether a dossier holds the joined article, and that is there for a member. */
const holds = (memberId: string) => sql`${dossierArticles.dossierId} = ${dossiers.id}
  and ${dossierArticles.takenOutAt} is null and ${isThere(dossierArticles.articleId, memberId)}`

/** The dossiers of the member's desk, those that changed last first. */
export async function readDossiers(member: Pick<Member, 'id' | 'deskId'>): Promise<ListedDossier[]> {
  return (await lines(member)).map(listed)
}

/** One of them; refused as unknown where it is removed or another desk's. */
export async function readDossier(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<ListedDossier> {
  const [row] = await lines(member, dossierId)
  if (!row) throw new Refused({ code: 'dossier-unknown' })
  return listed(row)
}

/** The dossiers of the member's desk that hold an article which is there for them, the oldest first. */
export function readHolding(
  articleId: string,
  { id, deskId }: Pick<Member, 'id' | 'deskId'>,
): Promise<{ id: string; name: string }[]> {
  return db()
    .select({ id: dossiers.id, name: dossiers.name })
    .from(dossiers)
    .innerJoin(dossierArticles, and(eq(dossierArticles.articleId, articleId), holds(id)))
    .where(and(eq(dossiers.deskId, deskId), isNull(dossiers.removedAt)))
    .orderBy(asc(dossiers.madeAt), asc(dossiers.id))
}

function lines({ id, deskId }: Pick<Member, 'id' | 'deskId'>, dossierId?: string) {
  const changedAt = lastChange(id).mapWith(dossiers.madeAt)
  const newest = db()
    .selectDistinctOn([dossierPublications.dossierId])
    .from(dossierPublications)
    .where(eq(dossierPublications.deskId, deskId))
    .orderBy(dossierPublications.dossierId, desc(dossierPublications.version))
    .as('newest')
  const isIt = dossierId === undefined ? undefined : eq(dossiers.id, dossierId)
  return db()
    .select({
      ...{ id: dossiers.id, name: dossiers.name, number: dossiers.publicNumber, changedAt },
      articles: sql<number>`(select count(*)::int from ${dossierArticles} where ${holds(id)})`,
      claims: sql<number>`(select count(*)::int from ${dossierArticles} join ${claims}
        on ${claims.articleId} = ${dossierArticles.articleId} where ${holds(id)} and not ${claims.isDeleted})`,
      waiting: sql<number>`(select count(*)::int from ${explanations} where ${explanations.dossierId} = ${dossiers.id}
        and ${isWaiting()} and ${isOpenExplanation(id)})`,
      ...{ version: newest.version, publishedAt: newest.publishedAt },
      publishedName: sql<string | null>`${newest.content} ->> 'name'`,
    })
    .from(dossiers)
    .leftJoin(newest, eq(newest.dossierId, dossiers.id))
    .where(and(eq(dossiers.deskId, deskId), isNull(dossiers.removedAt), isIt))
    .orderBy(desc(changedAt), desc(dossiers.id))
}

/** When anything of a dossier changed that the member may see: itself, its articles and their rooms, what is said and published of it. */
const lastChange = (memberId: string) => sql`greatest(${dossiers.madeAt}, ${dossiers.renamedAt},
  (select max(greatest(${dossierArticles.addedAt}, ${dossierArticles.takenOutAt}))
    from ${dossierArticles} where ${dossierArticles.dossierId} = ${dossiers.id}),
  (select max(${articleActivity.at}) from ${dossierArticles} join ${articleActivity}
    on ${articleActivity.articleId} = ${dossierArticles.articleId} where ${holds(memberId)}),
  (select max(${dossierNotes.writtenAt}) from ${dossierNotes} where ${dossierNotes.dossierId} = ${dossiers.id}),
  (select max(greatest(${explanations.writtenAt}, ${explanationDecisions.decidedAt}))
    from ${explanations} left join ${explanationDecisions} on ${explanationDecisions.explanationId} = ${explanations.id}
    where ${explanations.dossierId} = ${dossiers.id} and ${isOpenExplanation(memberId)}),
  (select max(${dossierPublications.publishedAt}) from ${dossierPublications}
    where ${dossierPublications.dossierId} = ${dossiers.id}))`

function listed(row: Awaited<ReturnType<typeof lines>>[number]): ListedDossier {
  const { number, version, publishedAt, publishedName, ...rest } = row
  if (number === null || version === null || publishedAt === null) return { ...rest, published: null }
  return { ...rest, published: { version, at: publishedAt, path: dossierPath(number, publishedName ?? '') } }
}

/** The articles of a dossier that are there for a member, in the order in which they were added. */
export async function readDossierArticles(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<DossierArticle[]> {
  await readDossier(dossierId, member)
  const head = (field: string) =>
    sql<
      string | null
    >`(select ${sql.raw(field)} from revisions where article_id = ${articles.id} order by number desc limit 1)`
  const rows = await db()
    .select({
      ...{
        id: articles.id,
        title: head('title'),
        publisher: head('publisher'),
        published: head('published'),
      },
      claims: sql<number>`(select count(*)::int from ${claims} where ${claims.articleId} = ${articles.id} and not ${claims.isDeleted})`,
      ...{ addedBy: people.name, addedAt: dossierArticles.addedAt },
    })
    .from(dossierArticles)
    .innerJoin(dossiers, eq(dossiers.id, dossierArticles.dossierId))
    .innerJoin(articles, eq(articles.id, dossierArticles.articleId))
    .innerJoin(members, eq(members.id, dossierArticles.addedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(dossiers.id, dossierId), holds(member.id)))
    .orderBy(asc(dossierArticles.addedAt), asc(dossierArticles.id))
  return rows.map(({ title, ...row }) => ({ ...row, title: title ?? '' }))
}

/** The notes in a dossier, the oldest first. */
export async function readNotes(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<DossierNote[]> {
  await readDossier(dossierId, member)
  return db()
    .select({
      ...{ id: dossierNotes.id, text: dossierNotes.text, at: dossierNotes.writtenAt },
      by: { id: dossierNotes.memberId, name: people.name },
    })
    .from(dossierNotes)
    .innerJoin(members, eq(members.id, dossierNotes.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(dossierNotes.dossierId, dossierId))
    .orderBy(asc(dossierNotes.writtenAt), asc(dossierNotes.id))
}
