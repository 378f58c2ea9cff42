import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { freshDatabase } from '../database'

await freshDatabase()

/** Asks something new with a value, on one connection, and gives how often it is compiled there. */
async function asked(times: number, name: string): Promise<number> {
  return db().transaction(async (tx) => {
    for (let n = 0; n < times; n++) {
      const { rows } = await tx.execute(sql`select ${n}::int as ${sql.identifier(name)}`)
      expect(rows).toEqual([{ [name]: n }])
    }
    const kept = sql`select from pg_prepared_statements where statement like ${`%${name}%`}`
    return (await tx.execute(kept)).rows.length
  })
}

test('what is asked often is compiled once a connection, what is asked seldom is not kept', async () => {
  expect(await asked(2, 'seldom')).toBe(0)
  expect(await asked(6, 'often')).toBe(1)
})

test('a question that is refused for its values is answered with the next ones', async () => {
  const shared = (value: string) => db().execute(sql`select ${value}::uuid as shared`)
  for (let n = 0; n < 4; n++) await expect(shared('no id')).rejects.toThrow()
  const id = '0193f2a0-0000-7000-8000-000000000000'
  expect((await shared(id)).rows).toEqual([{ shared: id }])
})
