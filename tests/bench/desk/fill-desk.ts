import { sql } from 'drizzle-orm'
import { db, pool, type Transaction } from '../../../db/client'
import { addDesk } from '../../../server/member/add-desk'
import { addMember } from '../../../server/member/add-member'
import type { Member } from '../../../server/member/member'
import { readMemberById } from '../../../server/member/read-member'

/** A desk of years: what its list, its queues and its search have to bear. */
export type FullDesk = { slug: string; editor: Member }

const claimsEach = 20
/** Of an article's twenty claims, the first eight are published. */
const publishedEach = 8
/** Articles that have one claim in review, and after these those that have one returned. */
const [inReview, returned] = [300, 200]

/** A new desk with five people, and nothing to do. */
export async function openDesk(): Promise<FullDesk> {
  const { slug } = await db().transaction((tx) =>
    addDesk(tx, { name: 'The Full Desk', timeZone: 'Europe/Berlin' }),
  )
  const names = ['Edda Editor', 'Rita Reviewer', 'Rolf Reviewer', 'Rosa Reviewer', 'Emil Editor']
  const members: Member[] = []
  for (const name of names) {
    const email = `${name.toLowerCase().replace(' ', '-')}@full.example`
    const role = name.endsWith('Editor') ? 'editor' : 'reviewer'
    const { memberId } = await addMember({
      desk: slug,
      email,
      name,
      role,
      password: 'a password for benchmarks',
    })
    const member = await readMemberById(memberId)
    if (member) members.push(member)
  }
  const [editor] = members
  if (!editor) throw new Error('the desk has nobody on it')
  return { slug, editor }
}

/** Gives a desk so many articles more, each with twenty claims in all stages, sources, edits and reviews, row by row. */
export async function fillDesk({ editor }: FullDesk, articles: number): Promise<void> {
  await db().transaction(async (tx) => {
    await prepare(tx, editor.deskId, articles)
    for (const statement of [
      articlesWithText,
      claimsWithSources,
      edits,
      submitted,
      reviewed,
      published,
      talk,
    ])
      await tx.execute(sql.raw(statement))
  })
  // As autovacuum leaves a desk that has stood for a while.
  await pool().query('vacuum analyze')
}

const syllables = 'ka ro mi ten lu sar vo del an pri gos he nu bel tir os ma'.split(' ')

/** How many words there are; the lower a word's number, the more common it is, as in a language. */
export const mostWords = syllables.length ** 3

/** The word of a number. */
export function wordOf(number: number): string {
  const places = [1, syllables.length, syllables.length ** 2]
  return places.map((place) => syllables[Math.floor(number / place) % syllables.length]).join('')
}

async function prepare(tx: Transaction, deskId: string, articles: number) {
  const list = `(array[${syllables.map((one) => `'${one}'`).join(', ')}])`
  const parts = [1, syllables.length, syllables.length ** 2].map(
    (place) => `${list}[1 + i / ${place} % ${syllables.length}]`,
  )
  await tx.execute(sql.raw('drop table if exists made, people_here'))
  await tx.execute(sql.raw('select setseed(0.42)'))
  await tx.execute(
    sql.raw(`
    create or replace function pg_temp.words(salt int, count int) returns text language sql volatile as $$
      select string_agg(${parts.join(' || ')}, ' ')
      from (select floor(power(random(), 4) * ${mostWords})::int as i from generate_series(1, count + 0 * salt)) w $$`),
  )
  await tx.execute(sql`create temp table people_here as
    select row_number() over (order by joined_at, id) - 1 as nth, id from members where desk_id = ${deskId}`)
  await tx.execute(sql`create temp table made as select n, gen_random_uuid() as id, ${deskId}::uuid as desk_id,
    (select id from people_here where nth = n % 5) as by, now() - n * interval '40 minutes' as at
    from generate_series(1, ${articles}::int) n`)
}

const someone = (number: string) => `(select id from people_here where nth = (${number}) % 5)`

const articlesWithText = `
  insert into articles (id, desk_id, address, address_key, imported_by, imported_at)
    select id, desk_id, 'https://full.example/' || id, 'full.example/' || id, by, at from made;
  insert into revisions (id, article_id, number, title, byline, published, publisher, language, blocks, text, hash,
      provenance, original, frozen_by, frozen_at)
    select gen_random_uuid(), id, 1, pg_temp.words(n, 9), '{}', '2026-03-05', 'Publisher ' || n % 40,
      (array['en', 'de', 'fr', 'es'])[1 + n % 4], jsonb_build_array(jsonb_build_object('kind', 'paragraph', 'text', w.text)),
      w.text, md5(id::text), '{}', '', by, at
    from made, lateral (select pg_temp.words(n, 300) as text offset 0) w;
  insert into rooms (document, article_id, lineage) select 'article:' || id, id, gen_random_uuid() from made`

const claimsWithSources = `
  insert into claims (id, article_id, desk_id, marked_at, is_deleted, selectors, quote, start, statement, speaker, said_at,
      kind, topics, verdict, short_answer, not_known, rationale, not_ready, hash, sequence)
    select gen_random_uuid(), m.id, m.desk_id, '2026-03-06T08:00:00.000Z', false,
      jsonb_build_object('quote', jsonb_build_object('exact', ''), 'position', jsonb_build_object('start', k, 'end', k + 9)),
      pg_temp.words(m.n * 100 + k, 18), k * 40, pg_temp.words(m.n * 100 + k, 12), 'The minister', '2026-03-05', 'number',
      array['topic ' || m.n % 60, 'topic ' || k], case when k < 13 then (array['true', 'mostly-true', 'misleading',
      'false', 'unproven'])[1 + k % 5] end, pg_temp.words(m.n * 100 + k, 20), '', pg_temp.words(m.n * 100 + k, 60),
      case when k >= 11 then 'no-verdict' end, md5(m.id::text || k), 1
    from made m, generate_series(0, ${claimsEach - 1}) k;
  insert into sources (id, claim_id, number, kind, stance, title, address, publisher, date, quote, place)
    select gen_random_uuid(), c.id, s, 'data', 'supports', pg_temp.words(s, 6), 'https://source.example/' || s,
      'Source ' || s, '2026', pg_temp.words(s, 15), ''
    from claims c join made m on m.id = c.article_id, generate_series(1, 2) s`

const edits = `
  insert into room_updates (document, sequence, fence, member_id, at, claims, bytes)
    select 'article:' || m.id, row_number() over (partition by m.id order by e, c.start), 1,
      ${someone('m.n + e')}, m.at + e * interval '1 minute', array[c.id], decode(repeat('00', 120), 'hex')
    from claims c join made m on m.id = c.article_id, generate_series(1, 2) e;
  update article_activity a set at = m.at + interval '2 minutes' from made m where m.id = a.article_id;
  insert into room_people (process, document, member_id)
    select p.id, 'article:' || m.id, ${someone('m.n')} from made m, (select id from processes limit 1) p where m.n <= 40`

const frozen = `jsonb_build_object('claimId', c.id, 'revision', md5(c.article_id::text), 'speaker', c.speaker,
  'date', c.said_at, 'kind', c.kind, 'figure', null, 'appearances', '[]'::jsonb, 'asKnownAt', '',
  'statement', c.statement, 'verdict', c.verdict, 'shortAnswer', c.short_answer,
  'notKnown', '', 'quote', c.quote, 'selectors', jsonb_build_object('quote', jsonb_build_object('exact', c.quote),
  'position', jsonb_build_object('start', c.start, 'end', c.start + 9)), 'rationale', jsonb_build_object('type', 'doc',
  'content', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(
  jsonb_build_object('type', 'text', 'text', c.rationale))))), 'sources', (select jsonb_agg(jsonb_build_object(
  'id', s.id, 'number', s.number, 'title', s.title, 'address', s.address, 'kind', s.kind, 'stance', s.stance, 'date', s.date,
  'place', s.place, 'publisher', s.publisher, 'quote', s.quote)) from sources s where s.claim_id = c.id))`

const place = `(c.start / 40)`
const isAsked = `(${place} < ${publishedEach} or ${place} = ${publishedEach} and m.n <= ${inReview + returned})`

const submitted = `
  insert into submissions (id, claim_id, article_id, desk_id, hash, frozen, topics, kind, public_note, authors,
      submitted_by, submitted_at)
    select gen_random_uuid(), c.id, c.article_id, c.desk_id, c.hash, ${frozen}, c.topics, 'first', '',
      array[${someone('m.n + 1')}], ${someone('m.n + 1')}, m.at + interval '5 minutes'
    from claims c join made m on m.id = c.article_id where ${isAsked}`

const reviewed = `
  insert into reviews (id, submission_id, editor_id, decision, note, decided_at)
    select gen_random_uuid(), s.id, (select id from people_here where nth = 4),
      case when ${place} < ${publishedEach} then 'approved' else 'returned' end, 'Source 2 is a copy of source 1.',
      m.at + interval '9 minutes'
    from submissions s join claims c on c.id = s.claim_id join made m on m.id = c.article_id
    where ${place} < ${publishedEach} or m.n > ${inReview}`

const published = `
  insert into claim_numbers (claim_id) select c.id from claims c join made m on m.id = c.article_id
    where ${place} < ${publishedEach};
  insert into publications (id, claim_id, number, version, article_id, desk_id, submission_id, kind, public_note, hash,
      content, approved_by, published_at)
    select gen_random_uuid(), c.id, n.number, 1, c.article_id, c.desk_id, s.id, 'first', '', s.hash,
      jsonb_build_object('claim', s.frozen, 'topics', '[]'::jsonb, 'authors', '[]'::jsonb, 'approvedBy', '[]'::jsonb,
        'article', jsonb_build_object('title', 'Article ' || m.n, 'publisher', 'Full Press', 'address', null, 'published', null)),
      (select id from people_here where nth = 4), m.at + interval '9 minutes'
    from claims c join made m on m.id = c.article_id join claim_numbers n on n.claim_id = c.id
      join submissions s on s.claim_id = c.id where ${place} < ${publishedEach};
  insert into log_entries (index, kind, publication_id, body, previous_hash, hash, signature)
    select (select coalesce(max(index), 0) from log_entries) + row_number() over (order by p.published_at), 'publication',
      p.id, '{}', '', p.id::text, '' from publications p join made m on m.id = p.article_id`

const talk = `
  insert into threads (id, article_id, desk_id, claim_id, raised_by)
    select gen_random_uuid(), c.article_id, c.desk_id, c.id, ${someone('m.n')}
    from claims c join made m on m.id = c.article_id where c.start = 0;
  insert into comments (id, thread_id, member_id)
    select gen_random_uuid(), t.id, ${someone('m.n')} from threads t join made m on m.id = t.article_id;
  insert into comment_versions (comment_id, number, text)
    select o.id, 1, pg_temp.words(1, 12) from comments o join threads t on t.id = o.thread_id join made m on m.id = t.article_id;
  insert into mentions (comment_id, member_id)
    select o.id, ${someone('m.n + 1')} from comments o join threads t on t.id = o.thread_id
    join made m on m.id = t.article_id where m.n <= 300`
