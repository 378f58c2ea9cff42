import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, pool } from '../../../db/client'
import { claims } from '../../../db/schema'
import { addDesk } from '../../../server/member/add-desk'
import { addMember } from '../../../server/member/add-member'
import type { Member } from '../../../server/member/member'
import { tongues, wordsOf } from '../public/words'
import { type Saying, sayings } from './sayings'

/** A desk with one article to whose room claims are added row by row. */
export type Shelf = { member: Member; articleId: string }

export async function openShelf(): Promise<Shelf> {
  const { id: deskId, slug } = await db().transaction((tx) =>
    addDesk(tx, { name: 'Similar claims', timeZone: 'Europe/Berlin' }),
  )
  const email = 'similar@public.example'
  await addMember({
    ...{ desk: slug, email, name: 'Edda Editor', role: 'editor', password: 'a password for benchmarks' },
  })
  const { rows } = await db().execute<{ id: string; personId: string }>(
    sql`select id, person_id as "personId" from members where desk_id = ${deskId}`,
  )
  const [row] = rows
  if (!row) throw new Error('the desk has no member')
  const member: Member = { ...row, deskId, name: 'Edda Editor', role: 'editor' }
  const articleId = uuid()
  await db().execute(sql`insert into articles (id, desk_id, address, address_key, imported_by)
    values (${articleId}, ${deskId}, 'https://public.example/similar', 'public.example/similar', ${member.id})`)
  return { member, articleId }
}

/** Each saying with the ids under which its sentences are kept. */
export type Kept = { saying: Saying; soughtId: string; sameIds: string[] }

export async function keepSayings(shelf: Shelf): Promise<Kept[]> {
  const kept: Kept[] = []
  for (const saying of sayings) {
    const [soughtId, ...sameIds] = await keep(shelf, [saying.sought, ...saying.same])
    await keep(shelf, saying.apart)
    kept.push({ saying, soughtId: soughtId ?? '', sameIds })
  }
  return kept
}

async function keep({ member, articleId }: Shelf, statements: string[]): Promise<string[]> {
  const rows = statements.map((statement) => ({
    ...{ id: uuid(), articleId, deskId: member.deskId, markedAt: '', isDeleted: false, quote: '', start: 0 },
    ...{ statement, speaker: '', saidAt: '', topics: [], shortAnswer: '', hash: '', sequence: 0 },
  }))
  await db().insert(claims).values(rows)
  return rows.map(({ id }) => id)
}

/**
 * Adds claims until there are so many: of eleven words and a quote of twenty, of which few are common and most are rare,
 * with the words of the evaluation set among them, so that nothing is found for being the only one.
 */
export async function fillUpTo({ member, articleId }: Shelf, count: number): Promise<void> {
  const [tongue] = tongues
  if (!tongue) throw new Error('there are no words')
  const ours = sayings.flatMap(({ sought, same, apart }) =>
    [sought, ...same, ...apart].join(' ').split(/\s+/),
  )
  const words = [...wordsOf(tongue), ...new Set(ours)]
  await db().transaction(async (tx) => {
    await tx.execute(sql.raw('select setseed(0.42)'))
    await tx.execute(sql`create temp table words_here on commit drop as
      select ordinality::int - 1 as nth, word
      from json_array_elements_text(${JSON.stringify(words)}::json) with ordinality as each(word, ordinality)`)
    await tx.execute(sql`analyze words_here`)
    await tx.execute(sql`
      insert into claims (id, article_id, desk_id, marked_at, is_deleted, quote, start, statement, speaker, said_at, topics,
          short_answer, hash, sequence)
        select gen_random_uuid(), ${articleId}, ${member.deskId}, '', false, array_to_string(said[12:31], ' '), 0,
          array_to_string(said[1:11], ' '), 'Minister ' || said[32], '', '{}', '', '', 0
        from (select n, array_agg(word) as said
          from (select n, floor(case when w % 4 = 0 then ${words.length} * random()
              else power(random(), 3) * ${words.length} end)::int as nth
            from generate_series(1, ${count}::int - (select count(*)::int from claims where article_id = ${articleId})) n,
              generate_series(1, 32) w) drawn
          join words_here using (nth) group by n) filled`)
  })
  await pool().query('vacuum analyze claims')
}
