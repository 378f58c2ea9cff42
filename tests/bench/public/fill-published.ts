import { eq, sql } from 'drizzle-orm'
import { db, pool, type Transaction } from '../../../db/client'
import { desks } from '../../../db/schema'
import { addDesk } from '../../../server/member/add-desk'
import { addMember } from '../../../server/member/add-member'
import { type Tongue, tongues, wordsOf } from './words'

/** A desk that publishes in one language. */
export type Publisher = { slug: string; tongue: Tongue }

/** Checks of one article, and words of one check. */
const [ofArticle, wordsEach] = [20, 110]

/**
 * Fills so many published claims, shared among a desk a language, row by row: each with some hundred words, of which few
 * are common and most are rare, published over the last ten years. One in ten was corrected since; one in a hundred is
 * under review.
 */
export async function fillPublished(checks: number): Promise<Publisher[]> {
  const publishers: Publisher[] = []
  for (const tongue of tongues) {
    const publisher = await openDesk(tongue)
    await db().transaction(async (tx) => {
      await prepare(tx, publisher, checks / tongues.length)
      for (const statement of [articles, published, corrected, named, doubted])
        await tx.execute(sql.raw(statement))
    })
    publishers.push(publisher)
  }
  await db().transaction(async (tx) => {
    for (const statement of [withoutIndex, sealed, withIndex]) await tx.execute(sql.raw(statement))
  })
  // As autovacuum leaves a newsroom that has stood for a while.
  await pool().query('vacuum analyze')
  return publishers
}

async function openDesk(tongue: Tongue): Promise<Publisher> {
  const name = `Checks in ${tongue.language}`
  const { id, slug } = await db().transaction((tx) => addDesk(tx, { name, timeZone: 'Europe/Berlin' }))
  await db().update(desks).set({ language: tongue.language }).where(eq(desks.id, id))
  const email = `editor-${tongue.language}@public.example`
  await addMember({
    desk: slug,
    email,
    name: 'Edda Editor',
    role: 'editor',
    password: 'a password for benchmarks',
  })
  return { slug, tongue }
}

async function prepare(tx: Transaction, { slug, tongue }: Publisher, checks: number): Promise<void> {
  await tx.execute(sql.raw('drop table if exists words_here, desk_here, articles_here, claims_here'))
  await tx.execute(sql.raw('select setseed(0.42)'))
  const words = wordsOf(tongue)
  await tx.execute(sql`create temp table words_here as
    select ordinality::int - 1 as nth, word
    from json_array_elements_text(${JSON.stringify(words)}::json) with ordinality as each(word, ordinality)`)
  await tx.execute(sql`create temp table desk_here as
    select d.id as desk_id, m.id as editor_id from desks d join members m on m.desk_id = d.id where d.slug = ${slug}`)
  await tx.execute(sql`create temp table articles_here as
    select n, gen_random_uuid() as id from generate_series(0, ${Math.ceil(checks / ofArticle) - 1}::int) n`)
  await tx.execute(sql.raw('analyze words_here, articles_here'))
  await tx.execute(sql`create temp table claims_here as
    select d.n, gen_random_uuid() as claim_id, a.id as article_id, e.*,
      now() - d.n * (interval '3650 days' / ${checks}::int) as at, d.said,
      (array['true', 'mostly-true', 'misleading', 'false', 'unproven'])[1 + d.n % 5] as verdict
    from (select n, array_agg(word) as said
        from (select n, floor(power(random(), 4) * ${words.length})::int as nth
          from generate_series(0, ${checks - 1}::int) n, generate_series(1, ${wordsEach})) drawn
        join words_here using (nth) group by n) d
      join articles_here a on a.n = d.n / ${ofArticle}, desk_here e`)
  await tx.execute(sql.raw('analyze claims_here'))
}

const words = (from: number, to: number) => `array_to_string(c.said[${from}:${to}], ' ')`
const doc = (
  text: string,
) => `jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object(
  'type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', ${text})))))`

const articles = `
  insert into articles (id, desk_id, address, address_key, imported_by)
    select a.id, desk_id, 'https://public.example/' || a.id, 'public.example/' || a.id, editor_id from articles_here a, desk_here`

/** Each has a number that no other check of its desk has: what a reader finds who knows exactly what they want. */
const frozen = `jsonb_build_object('claimId', c.claim_id, 'revision', md5(c.article_id::text), 'speaker', 'The minister',
  'date', to_char(c.at, 'YYYY-MM-DD'), 'kind', 'number', 'figure', null, 'appearances', '[]'::jsonb, 'asKnownAt', '',
  'statement', ${words(1, 12)} || ' ' || c.n + 1000, 'verdict', c.verdict, 'shortAnswer', ${words(13, 32)}, 'notKnown', '',
  'selectors', jsonb_build_object('quote', jsonb_build_object('exact', ${words(33, 50)}),
  'position', jsonb_build_object('start', c.n % ${ofArticle} * 40, 'end', c.n % ${ofArticle} * 40 + 9)),
  'rationale', ${doc(words(51, 110))}, 'sources', '[]'::jsonb)`

/** What readers search is the publication: of what was submitted, only what its row asks for is written. */
const submissionOf = (kind: string, isWanted: string) => `
  insert into submissions (id, claim_id, article_id, desk_id, hash, frozen, topics, kind, public_note, authors, submitted_by,
      submitted_at, settled_at)
    select gen_random_uuid(), c.claim_id, c.article_id, c.desk_id, md5(c.claim_id::text),
      '{"statement": "A claim", "sources": []}', '{}', '${kind}', '', array[c.editor_id], c.editor_id, c.at, c.at
    from claims_here c where ${isWanted}`

const publication = (version: number, kind: string, isWanted: string) => `
  insert into publications (id, claim_id, number, version, article_id, desk_id, submission_id, kind, public_note, hash,
      content, approved_by, published_at)
    select gen_random_uuid(), c.claim_id, n.number, ${version}, c.article_id, c.desk_id, s.id, '${kind}', '', s.hash,
      jsonb_build_object('claim', ${frozen}, 'topics', jsonb_build_array('Topic ' || c.n % 300), 'authors', '[]'::jsonb,
        'approvedBy', '[]'::jsonb, 'context', jsonb_build_object('before', '', 'after', ''),
        'article', jsonb_build_object('title', 'Article ' || c.n, 'publisher', 'Publisher ' || c.n % 40)),
      c.editor_id, c.at + interval '${version} minutes'
    from claims_here c join claim_numbers n on n.claim_id = c.claim_id
      join submissions s on s.claim_id = c.claim_id and s.kind = '${kind}' where ${isWanted}`

const published = `
  ${submissionOf('first', 'true')};
  insert into claim_numbers (claim_id) select claim_id from claims_here order by n desc;
  ${publication(1, 'first', 'true')}`

const isCorrected = 'c.n % 10 = 3'

const corrected = `
  ${submissionOf('verdict-change', isCorrected)};
  ${publication(2, 'verdict-change', isCorrected)}`

const named = `
  insert into published_names (number, kind, desk_id, name, spelling, slug)
    select n.number, 'topic', c.desk_id, 'Topic ' || c.n % 300, 'topic-' || c.n % 300, 'topic-' || c.n % 300
    from claims_here c join claim_numbers n on n.claim_id = c.claim_id`

// An index is made over all rows at once in a tenth of the time that it takes row by row.
const withoutIndex = 'drop index newest_versions_words'
const withIndex = 'create index newest_versions_words on newest_versions using gin (words)'

/** In the order in which they were published, whatever the desk. */
const sealed = `
  insert into log_entries (index, kind, publication_id, body, previous_hash, hash, signature)
    select (select coalesce(max(index), 0) from log_entries) + row_number() over (order by p.published_at), 'publication',
      p.id, '{}', '', p.id::text, '' from publications p
    where not exists (select from log_entries l where l.publication_id = p.id)`

const doubted = `
  insert into under_review (id, publication_id, desk_id, editor_id, line, put_at)
    select gen_random_uuid(), p.id, p.desk_id, p.approved_by, 'We look again.', p.published_at
    from publications p join claims_here c on c.claim_id = p.claim_id where c.n % 100 = 7`
