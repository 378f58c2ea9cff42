import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articleActivity, articles, claims, dossierArticles } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { readDossier } from '../read-dossiers'
import { type Known, type Suggested, suggestedFor, wordsOf } from './together'

/** As many articles as are looked at, those that something happened in last. */
const mostLooked = 500

/** Every article that may be added to a dossier, what happened last first; of some it is said why they may belong to it. */
export async function readSuggested(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<{ suggested: Suggested[]; all: Pick<Known, 'id' | 'title' | 'publisher'>[] }> {
  await readDossier(dossierId, member)
  const rows = await readKnown(dossierId, member)
  const [within, others] = [rows.filter(({ isIn }) => isIn), rows.filter(({ isIn }) => !isIn)]
  return {
    suggested: suggestedFor(within, others, await readSilent(rows)),
    all: others.map(({ id, title, publisher }) => ({ id, title, publisher })),
  }
}

function readKnown(dossierId: string, { id, deskId }: Pick<Member, 'id' | 'deskId'>) {
  const head = <Value>(field: string) =>
    sql<Value>`(select ${sql.raw(field)} from revisions where article_id = ${articles.id} order by number desc limit 1)`
  const said = (what: ReturnType<typeof sql>, from = sql``) =>
    sql<string[]>`array(select distinct ${what} from ${claims} ${from}
      where ${claims.articleId} = ${articles.id} and not ${claims.isDeleted} and ${what} <> '')`
  return db()
    .select({
      ...{ id: articles.id, title: head<string>('title'), publisher: head<string | null>('publisher') },
      ...{ published: head<string | null>('published'), language: head<string | null>('language') },
      topics: said(sql`topic`, sql`, unnest(${claims.topics}) topic`),
      speakers: said(sql`${claims.speaker}`),
      isIn: sql<boolean>`exists (select from ${dossierArticles} where ${dossierArticles.articleId} = ${articles.id}
        and ${dossierArticles.dossierId} = ${dossierId} and ${dossierArticles.takenOutAt} is null)`,
    })
    .from(articles)
    .innerJoin(articleActivity, eq(articleActivity.articleId, articles.id))
    .where(and(eq(articles.deskId, deskId), isThere(articles.id, id)))
    .orderBy(desc(articleActivity.at))
    .limit(mostLooked)
}

/** Languages of which Postgres knows the words that tell nothing, by their code. */
const dictionaries: Record<string, string> = {
  ...{ da: 'danish', de: 'german', en: 'english', es: 'spanish', fi: 'finnish', fr: 'french' },
  ...{ hu: 'hungarian', it: 'italian', nl: 'dutch', no: 'norwegian', nb: 'norwegian', pt: 'portuguese' },
  ...{ ru: 'russian', sv: 'swedish', tr: 'turkish' },
}

/** Words of these titles that tell nothing in the language of their article, as "have" and "their". */
async function readSilent(titled: { title: string; language: string | null }[]): Promise<Set<string>> {
  const silent = new Set<string>()
  for (const [language, dictionary] of Object.entries(dictionaries)) {
    const titles = titled.filter((article) => article.language?.toLowerCase().split('-')[0] === language)
    const words = [...new Set(titles.flatMap(({ title }) => [...wordsOf(title).keys()]))]
    if (!words.length) continue
    const { rows } = await db().execute<{ word: string }>(
      sql`select word from unnest(${sql.param(words)}::text[]) word
        where numnode(plainto_tsquery(${`pg_catalog.${dictionary}`}::regconfig, word)) = 0`,
    )
    for (const { word } of rows) silent.add(word)
  }
  return silent
}
