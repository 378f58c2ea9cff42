import { sql } from 'drizzle-orm'
import { db, pool } from '../../../db/client'
import { keepWholeTree } from '../../../server/publication/log/tree/keep-tree'
import { aClaim } from '../../newsroom'
import { type Newsroom as Desk, published } from '../../publishing'

const claimsEach = 10
/** Who says it, and what it is about: so many names that each is found in a handful of checks, the outlet in all. */
const [speakers, topics] = [150, 30]

/** Gives a desk so many published claims in articles of ten, as if over the last years: their rows, without their pages. */
export async function fillPublished(desk: Desk, claims: number): Promise<void> {
  const { id } = await published(desk, aClaim())
  await db().transaction(async (tx) => {
    await tx.execute(sql`create temp table made on commit drop as
      select n, gen_random_uuid() as id, gen_random_uuid() as submission, gen_random_uuid() as claim,
        (n - 1) / ${claimsEach}::int as nth, now() - n * interval '8 hours' as at,
        'The relief of year ' || n || ' was the largest since independence' as statement,
        'Speaker ' || n % ${speakers}::int as speaker, 'Topic ' || n % ${topics}::int as topic, null::int as number
      from generate_series(1, ${claims}::int) n`)
    await tx.execute(sql`create temp table places on commit drop as
      select nth, gen_random_uuid() as article, nextval('article_numbers')::int as number
      from (select distinct nth from made) m`)
    await tx.execute(sql`insert into articles (id, desk_id, public_number, imported_by)
      select article, ${desk.desk.id}, number, ${desk.author.id} from places`)
    await tx.execute(sql`insert into submissions (id, claim_id, article_id, desk_id, hash, frozen, topics, kind, public_note,
        authors, submitted_by, submitted_at, settled_at)
      select submission, claim, article, s.desk_id, hash, frozen || jsonb_build_object('statement', m.statement), topics, kind,
        public_note, authors, submitted_by, at, at
      from made m join places using (nth), submissions s where s.id = (select submission_id from publications where id = ${id})`)
    await tx.execute(sql`with numbered as (insert into claim_numbers (claim_id) select claim from made order by n desc returning *)
      update made set number = numbered.number from numbered where claim_id = claim`)
    await tx.execute(sql`insert into publications (id, claim_id, number, version, article_id, desk_id, submission_id, kind,
        public_note, hash, content, approved_by, published_at)
      select m.id, claim, m.number, 1, article, p.desk_id, submission, kind, public_note, hash, content
        || jsonb_build_object('topics', jsonb_build_array(topic),
          'claim', content->'claim' || jsonb_build_object('statement', m.statement, 'speaker', speaker),
          'article', content->'article' || jsonb_build_object('number', places.number)), approved_by, at
      from made m join places using (nth), publications p where p.id = ${id}`)
    await tx.execute(sql`insert into log_entries (index, kind, publication_id, body, previous_hash, hash, signature)
      select (select max(index) from log_entries) + row_number() over (order by at), kind, m.id,
        body || jsonb_build_object('claim', m.number), previous_hash, m.id, signature
      from made m, log_entries l where l.publication_id = ${id}`)
    await tx.execute(sql`insert into published_names (number, desk_id, kind, name, spelling, slug)
      select number, ${desk.desk.id}, kind, name, slug, slug from made,
        lateral (values ('speaker', speaker), ('topic', topic), ('outlet', 'The Northern Ledger')) named (kind, name),
        lateral (select replace(lower(name), ' ', '-') as slug) spelt`)
  })
  await keepWholeTree()
  // As autovacuum leaves a desk that has stood for a while.
  await pool().query('vacuum analyze')
}
