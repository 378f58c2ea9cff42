import { sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { lexemeTotals } from '../../../db/schema'
import { countLexemes } from '../../../server/similar/rank/count-lexemes'
import { readSimilar } from '../../../server/similar/read-similar'
import { type Figure, percentile, rounded } from '../figures'
import { fillUpTo, type Kept, keepSayings, openShelf, type Shelf } from './fill-claims'

/** How many are looked at of what was found, and how many other claims are sought for their time. */
const [looked, others] = [5, 200]

/**
 * Claims that say the same as one, sought among 10,000 and 100,000: how good the first five are on a set of our own
 * sentences, and what a question takes; beside it, in the same run, the words' plain rank as the search of the desk has it.
 */
export async function* measureSimilar(): AsyncGenerator<Figure[]> {
  const shelf = await openShelf()
  const kept = await keepSayings(shelf)
  for (const count of [10_000, 100_000]) {
    await fillUpTo(shelf, count)
    await db().delete(lexemeTotals)
    const begun = performance.now()
    await countLexemes(new Date())
    const counting = performance.now() - begun
    yield await figuresOf(shelf, kept, { count, counting })
  }
}

type Run = { count: number; counting: number }

async function figuresOf(shelf: Shelf, kept: Kept[], { count, counting }: Run): Promise<Figure[]> {
  const among = `${count / 1000},000 claims`
  const ours = await asked(kept, (id) =>
    readSimilar(shelf.member, { claimId: id }).then((all) => all.map(({ claimId }) => claimId)),
  )
  const plain = await asked(kept, (id) => readPlain(shelf, id))
  const times = [...ours.times]
  for (const id of await someIds(shelf))
    times.push(await timeOf(() => readSimilar(shelf.member, { claimId: id })))
  const name = (figure: string) => `similar${count / 1000}k${figure}`
  const note = `${among}, ${times.length} questions, rights and all`
  return [
    {
      name: name('Map5'),
      value: percent(ours.map),
      unit: '',
      note: `${kept.length} sayings of our own, ${among}`,
    },
    { name: name('P50'), value: rounded(percentile(times, 0.5)), unit: 'ms', note },
    { name: name('P95'), value: rounded(percentile(times, 0.95)), unit: 'ms', bound: 50, note },
    { name: '  peer: ts_rank of the search, MAP@5', value: percent(plain.map), unit: '' },
    { name: '  peer: ts_rank of the search, p95', value: rounded(percentile(plain.times, 0.95)), unit: 'ms' },
    { name: '  counting all words anew', value: rounded(counting), unit: 'ms', note: 'once an hour' },
  ]
}

const percent = (share: number) => Math.round(share * 1000) / 1000

/** Mean average precision of the first five, and what each question took. */
async function asked(kept: Kept[], find: (claimId: string) => Promise<string[]>) {
  const times: number[] = []
  let sum = 0
  // Once for all, as a server that has stood for a while has answered its like.
  for (const { soughtId } of kept) await find(soughtId)
  for (const { soughtId, sameIds } of kept) {
    const begun = performance.now()
    const found = await find(soughtId)
    times.push(performance.now() - begun)
    sum += averagePrecision(found.slice(0, looked), sameIds)
  }
  return { map: sum / kept.length, times }
}

function averagePrecision(found: string[], right: string[]): number {
  let hits = 0
  const precisions = found.map((id, at) => {
    if (!right.includes(id)) return 0
    hits += 1
    return hits / (at + 1)
  })
  return precisions.reduce((sum, one) => sum + one, 0) / Math.min(right.length, looked)
}

async function someIds({ articleId }: Shelf): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(
    sql`select id from claims where article_id = ${articleId} order by md5(id::text) limit ${others}`,
  )
  return rows.map(({ id }) => id)
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

/** What the search of the desk does where any of the words may stand in it. */
async function readPlain({ member }: Shelf, claimId: string): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    with q as (select string_agg(quote_literal(u.lexeme), ' | ')::tsquery as query
      from claims c, unnest(to_tsvector('simple', search_fold(c.statement))) u where c.id = ${claimId})
    select c.id from claims c, q where c.desk_id = ${member.deskId} and c.id <> ${claimId} and c.words @@ q.query
    order by ts_rank(c.words, q.query, 1) desc, c.id desc limit ${looked}`)
  return rows.map(({ id }) => id)
}
