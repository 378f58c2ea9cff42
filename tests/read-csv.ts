import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { databaseUrl } from './database'

/** A CSV file as PostgreSQL reads one: the first row names the columns. */
export async function readCsv(text: string): Promise<Record<string, string | null>[]> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    const names = (text.split('\r\n')[0] ?? '').split(',')
    await client.query(`create temporary table taken (${names.map((name) => `"${name}" text`).join(', ')})`)
    await pipeline(
      Readable.from([text]),
      client.query(copyFrom('copy taken from stdin (format csv, header true)')),
    )
    return (await client.query('select * from taken')).rows
  } finally {
    await client.end()
  }
}
