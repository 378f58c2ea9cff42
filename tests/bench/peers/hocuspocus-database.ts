import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'

// A peer of the rooms benchmark: Hocuspocus that keeps documents in Postgres, as its own extension does it.
const pool = new pg.Pool({ connectionString: process.argv[2] })
await pool.query('create schema if not exists peer')
await pool.query('create table if not exists peer.documents (name text primary key, state bytea not null)')
const database = new Database({
  fetch: async ({ documentName }) => {
    const { rows } = await pool.query('select state from peer.documents where name = $1', [documentName])
    return rows[0]?.state ?? null
  },
  store: async ({ documentName, state }) => {
    await pool.query(
      'insert into peer.documents values ($1, $2) on conflict (name) do update set state = excluded.state',
      [documentName, Buffer.from(state)],
    )
  },
})
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: true,
  extensions: [database],
})
await server.listen()
console.log(JSON.stringify({ port: server.address.port }))
