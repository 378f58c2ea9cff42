import pg from 'pg'

/** The address of another database on the same server. */
export function addressOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Runs one statement on the server, outside any database under test. */
export async function asAdmin(adminUrl: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

/** From now on this Postgres waits for no disk: what it keeps is thrown away, and no test takes its machine's power. */
export async function waitForNoDisk(adminUrl: string): Promise<void> {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await asAdmin(adminUrl, `alter system set ${name} = off`)
  await asAdmin(adminUrl, 'select pg_reload_conf()')
}
