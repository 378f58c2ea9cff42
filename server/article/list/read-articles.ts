import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Placeholder } from 'drizzle-orm/sql'
import { type Database, db } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import { prepared } from '../../../db/prepared'
import { articleActivity, articles, claims, revisions } from '../../../db/schema'
import type { Stage } from '../../../db/vocabulary'
import { articlesOfWork } from '../../assignment/read-work'
import { type ClosedArticle, readClosings } from '../../coverage/read-closing'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { hasOpenPassage } from '../../revision/passage/read-passages'
import { isLiving } from '../../room/lease/living'
import { isInDoubt, readersInDoubt } from '../../source/watch/read-in-doubt'
import {
  type ArticleFilter,
  type ArticlePlace,
  type ArticleState,
  onPage,
  type StageCounts,
  stateOf,
} from './article-filter'
import { claimStages } from './read-claim-stages'

/** An article in the list of a desk, with how far it is. */
export type ListedArticle = {
  id: string
  title: string
  publisher: string | null
  /** As precise as stated. */
  published: string | null
  language: string | null
  revision: number
  claims: number
  /** Claims with a verdict. */
  checked: number
  publishedClaims: number
  stages: StageCounts
  state: ArticleState
  activeAt: Date
  /** Null while it is open. */
  closing: ClosedArticle | null
}

/** One page of the list; `total` counts all that the filter lets through, `all` the whole desk. */
export type ArticlePage = { articles: ListedArticle[]; total: number; all: number }

/** The desk's articles that are not deleted and fit the filter, last activity first. */
export async function readArticles(member: Member, { filter, page }: ArticlePlace): Promise<ArticlePage> {
  const { id, deskId } = member
  const offset = (page - 1) * onPage
  const rows = isNarrowed(filter)
    ? await linesOn(db(), { id, deskId, offset }, filter)
    : await firstLines().execute({ id, deskId, offset })
  const lines = rows.flatMap(({ id, ...line }) => (id === null ? [] : [{ id, ...line }]))
  const ids = lines.map(({ id }) => id)
  const [counts, closings] = ids.length
    ? await Promise.all([readCounts(ids), readClosings(member, ids)])
    : [[], []]
  const articles = lines.map((line) => listed(line, counts, closings))
  const all = rows[0]?.all ?? 0
  if (!isNarrowed(filter)) return { articles, total: all, all }
  // A page beyond the end has no line that could say how many there are.
  const total = lines[0]?.total ?? (page > 1 ? await countFitting(member, filter) : 0)
  return { articles, total, all }
}

const isNarrowed = (filter: ArticleFilter) => Object.values(filter).some(Boolean)

type Asker = { id: string | Placeholder; deskId: string | Placeholder }

/** The list as it is opened most: with nothing filtered, a page is found without looking at the others. */
const firstLines = prepared((on) => {
  const [id, deskId, offset] = [sql.placeholder('id'), sql.placeholder('deskId'), sql.placeholder('offset')]
  return linesOn(on, { id, deskId, offset }, {}).prepare('articles of a desk')
})

/**
 * A page of lines, each with the head of its newest revision and with how many articles the desk has in all; one row
 * without a line where there is none.
 */
function linesOn(on: Database, asked: Asker & { offset: number | Placeholder }, filter: ArticleFilter) {
  const { articleId, number, title, publisher, published, language } = revisions
  return on
    .select({
      id: sql<string | null>`line.id`,
      activeAt: sql`line.active_at`.mapWith(articleActivity.at),
      // Null where nothing is filtered: it is the desk's.
      total: sql<number | null>`line.total::int`,
      all: sql<number>`every_one.count::int`,
      ...{ revision: sql<number>`head.number`, title: sql<string>`head.title` },
      publisher: sql<string | null>`head.publisher`,
      published: sql<string | null>`head.published`,
      language: sql<string | null>`head.language`,
    })
    .from(sql`(select count(*) from ${articles} where ${fits(asked, {})}) every_one left join ((
      select ${articles.id}, ${articleActivity.at} as active_at,
        ${isNarrowed(filter) ? sql`count(*) over ()` : sql`null`} as total
      from ${articleActivity} join ${articles} on ${articles.id} = ${articleActivity.articleId}
      where ${articleActivity.deskId} = ${asked.deskId} and ${fits(asked, filter)}
      order by ${articleActivity.at} desc, ${articleActivity.articleId} desc
      limit ${onPage} offset ${asked.offset}) line
    join lateral (
      select ${number}, ${title}, ${publisher}, ${published}, ${language} from ${revisions}
      where ${articleId} = line.id order by ${number} desc limit 1) head on true) on true`)
    .orderBy(sql`line.active_at desc, line.id desc`)
}

function countFitting(member: Member, filter: ArticleFilter): Promise<number> {
  return db().$count(articles, fits(member, filter))
}

/** The articles that a member may read and that fit a filter. */
function fits({ id, deskId }: Asker, filter: ArticleFilter): SQL | undefined {
  const { stage, topic, language, publisher, work, due, room, sources, passages } = filter
  return and(
    eq(articles.deskId, deskId),
    isThere(articles.id, id),
    stage ? hasStage(deskId, stage) : undefined,
    topic ? hasClaim(sql`${claims.topics} @> array[${topic}]`) : undefined,
    language ? newestSays(sql`language`, language) : undefined,
    publisher ? newestSays(sql`publisher`, publisher) : undefined,
    work || due
      ? sql`${articles.id} in (${articlesOfWork({ id, deskId }, { isMine: work === 'mine', due })})`
      : undefined,
    room ? isEntered : undefined,
    sources
      ? hasClaim(sql`(${isInDoubt(claims.id)} or ${readersInDoubt(claims.id)} is not null)`)
      : undefined,
    passages ? hasClaim(hasOpenPassage(claims.id)) : undefined,
  )
}

const hasClaim = (condition: SQL) =>
  sql`exists (select from ${claims} where ${claims.articleId} = ${articles.id} and not ${claims.isDeleted} and ${condition})`

function hasStage(deskId: Asker['deskId'], stage: Stage | 'not-started'): SQL {
  if (stage === 'not-started') return sql`not ${hasClaim(sql`true`)}`
  return sql`${articles.id} in (
    select s.article_id from (${claimStages((table) => sql`${table.deskId} = ${deskId}`)}) s where s.stage = ${stage})`
}

const newestSays = (column: SQL, value: string) =>
  sql`(select n.${column} from ${revisions} n where n.article_id = ${articles.id} order by n.number desc limit 1) = ${value}`

const isEntered = sql`exists (
  select from room_people h join processes p on p.id = h.process
  where h.document = 'article:' || ${articles.id} and ${sql.raw(isLiving)})`

type Count = { articleId: string; stage: Stage; claims: number; checked: number; published: number }

async function readCounts(articleIds: string[]): Promise<Count[]> {
  const { rows } = await db().execute<Record<keyof Count, string>>(sql`
    select s.article_id as "articleId", s.stage, count(*) as claims, count(s.verdict) as checked,
      count(*) filter (where s.is_published) as published
    from (${claimStages(({ articleId }) => isAmong(articleId, articleIds))}) s group by s.article_id, s.stage`)
  return rows.map(({ articleId, stage, claims, checked, published }) => ({
    articleId,
    // What the SQL above names.
    stage: stage as Stage,
    claims: Number(claims),
    checked: Number(checked),
    published: Number(published),
  }))
}

type Line = Pick<
  ListedArticle,
  'id' | 'title' | 'publisher' | 'published' | 'language' | 'revision' | 'activeAt'
>

function listed(line: Line, counts: Count[], closings: ClosedArticle[]): ListedArticle {
  const { id, title, publisher, published, language, revision, activeAt } = line
  const own = counts.filter(({ articleId }) => articleId === id)
  const sum = (part: 'claims' | 'checked' | 'published') =>
    own.reduce((total, count) => total + count[part], 0)
  const stages: StageCounts = Object.fromEntries(own.map(({ stage, claims }) => [stage, claims]))
  return {
    ...{ id, title, publisher, published, language, revision, activeAt, stages, state: stateOf(stages) },
    ...{ claims: sum('claims'), checked: sum('checked'), publishedClaims: sum('published') },
    closing: closings.find(({ articleId }) => articleId === id) ?? null,
  }
}
