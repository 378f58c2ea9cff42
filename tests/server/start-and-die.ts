// Run by a test: starts the built-in Postgres, writes something, and dies as by a kill -9.
import pg from 'pg'
import { startEmbedded } from '../../db/embedded/start-embedded'

const { url } = await startEmbedded(process.argv[2] ?? '')
const client = new pg.Client({ connectionString: url })
await client.connect()
await client.query("create table notes as select 'kept' as word")
process.stdout.write(url, () => process.kill(process.pid, 'SIGKILL'))
