import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { db, pool } from '../../../db/client'
import type { Home } from './askers'

type Desk = Pick<Home['desk'], 'id'>

/** What is written when somebody is refused, and is to be. */
const besides = ['audit_entries']

/** Every table whose rows belong to a desk, found by the foreign keys that lead there, with the condition for a row. */
async function tablesOfDesks(): Promise<Map<string, string>> {
  const { rows: keys } = await db().execute<{
    child: string
    parent: string
    columns: string
    refers: string
  }>(sql`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent,
      (select string_agg(quote_ident(attname), ', ' order by n) from unnest(conkey) with ordinality as k(number, n)
        join pg_attribute on attrelid = conrelid and attnum = number) as columns,
      (select string_agg(quote_ident(attname), ', ' order by n) from unnest(confkey) with ordinality as k(number, n)
        join pg_attribute on attrelid = confrelid and attnum = number) as refers
    from pg_constraint where contype = 'f' and conrelid <> confrelid order by conname`)
  const known = new Map([['desks', 'id = $1']])
  for (const [parent, condition] of known)
    for (const { child, columns, refers } of keys.filter((key) => key.parent === parent))
      if (!known.has(child) && !besides.includes(child))
        known.set(child, `(${columns}) in (select ${refers} from ${parent} where ${condition})`)
  return known
}

/** What is written in each table of a desk: how many rows, and by which transaction last. Equal when nothing has changed. */
export async function changesIn({ id }: Desk): Promise<Record<string, string>> {
  // An update writes a row anew, under a later transaction; a deletion leaves fewer.
  const state = `count(*) || ' rows, the last by ' || coalesce(max(t.xmin::text::bigint), 0)`
  return readEach(id, state)
}

/** Every id in the rows of a desk. */
export async function idsIn({ id }: Desk): Promise<string[]> {
  const texts = Object.values(await readEach(id, `coalesce(json_agg(t)::text, '')`))
  return [...new Set(texts.join().match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g))]
}

let tables: Map<string, string> | undefined

/** Asks every table of a desk for one value over its rows `t`, all in one question. */
async function readEach(deskId: string, value: string): Promise<Record<string, string>> {
  tables ??= await tablesOfDesks()
  const each = [...tables].map(
    ([table, condition]) => `'${table}', (select ${value} from ${table} t where ${condition})`,
  )
  // A function takes no more than a hundred values.
  const parts = Array.from({ length: Math.ceil(each.length / 40) }, (_, n) => each.slice(n * 40, n * 40 + 40))
  const asked = parts.map((part) => `jsonb_build_object(${part.join(', ')})`).join(' || ')
  const text = `select ${asked} as each`.replaceAll('$1', `'${deskId}'`)
  // With a name it is planned once a connection: that takes several times as long as to look through all the tables.
  const name = createHash('md5').update(text).digest('hex')
  const { rows } = await pool().query<{ each: Record<string, string> }>({ name, text })
  return rows[0]?.each ?? {}
}
