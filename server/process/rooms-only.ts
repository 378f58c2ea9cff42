import type { IncomingMessage, ServerResponse } from 'node:http'
import { pool } from '../../db/client'
import type { Pages } from './next-pages'

/** What stands in for the pages in a process with ROLE=rooms. */
export const noPages: Pages = {
  answer: answerHealth,
  upgrade: (_request, socket) => void socket.destroy(),
  close: async () => {},
}

/** Says to watchers whether this process reaches its database; no other address is there. */
async function answerHealth({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url?.split('?')[0] !== '/api/health') return void response.writeHead(404).end()
  const ok = await pool()
    .query('select 1')
    .then(() => true)
    .catch(() => false) // The reason is in the pool's log; a watcher needs only the answer.
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ ok }))
}
