// How another installation keeps a copy of what a desk publishes. It needs Node alone, and shares no code with the
// server: read it as the description of what a receiver has to do.
//
//   SECRET=whsec_… node tests/receiver/receive-changes.mjs --store FILE --port 8090 [--from ORIGIN --desk SLUG]
//
// A message is one change of the store, sent by POST and signed after Standard Webhooks. A receiver
//   1. verifies the signature over id, time and body, and refuses what is older than five minutes;
//   2. takes each change once, by its key: the same key again is answered like the first time;
//   3. refuses a change whose `previous` is not the last one it has: then one is missing, and the sender tries again;
//   4. answers 2xx only when the change is on disk, as the sender then never sends it again.
// After a gap it need not wait: `/api/v1/changes?desk=…&after=…` gives what is missing, in the same shape.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

const mostAge = 5 * 60

/**
 * The receiver's own store: a file with one change a line, in order.
 * @param {string} file
 */
export function openStore(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  // A line without an end was being written when the process died, and nobody was told that it is there.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const changes = whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const descriptor = openSync(file, 'w')
  keep(whole)
  return {
    changes,
    /** @param {{ key: string, index: number, previous: number | null }} change @returns {'taken' | 'known' | 'gap'} */
    take(change) {
      if (changes.some(({ key }) => key === change.key)) return 'known'
      if ((changes.at(-1)?.index ?? null) !== change.previous) return 'gap'
      keep(`${JSON.stringify(change)}\n`)
      changes.push(change)
      return 'taken'
    },
    close: () => closeSync(descriptor),
  }

  /** @param {string} written */
  function keep(written) {
    writeSync(descriptor, written)
    fsyncSync(descriptor)
  }
}

/**
 * Whether a message is from who holds the secret, as it was sent, and just now.
 * @param {{ headers: NodeJS.Dict<string | string[]>, body: string }} message
 * @param {string} secret
 */
export function isGenuine({ headers, body }, secret) {
  const [id, sentAt] = [headers['webhook-id'], headers['webhook-timestamp']]
  if (Math.abs(Date.now() / 1000 - Number(sentAt)) > mostAge) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${sentAt}.${body}`).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .some((signature) => {
      const [version, said = ''] = signature.split(',')
      const given = Buffer.from(said, 'base64')
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
    })
}

/**
 * Fetches what is missing, from the last change that is there to the newest.
 * @param {ReturnType<typeof openStore>} store
 * @param {{ from: string, desk: string }} publisher
 */
export async function catchUp(store, { from, desk }) {
  for (let isMore = true; isMore; ) {
    const asked = new URLSearchParams({ desk })
    const last = store.changes.at(-1)
    if (last) asked.set('after', String(last.index))
    const answer = await fetch(`${from}/api/v1/changes?${asked}`)
    if (!answer.ok) throw new Error(`the publisher answered ${answer.status}`)
    const page = await answer.json()
    for (const change of page.changes)
      if (store.take(change) === 'gap') throw new Error(`a change before ${change.index} is missing`)
    isMore = page.isMore
  }
}

const answers = { taken: 204, known: 204, gap: 409 }

/**
 * Answers the sender's messages; `publisher` is who is asked for what is missing.
 * @param {{ store: ReturnType<typeof openStore>, secret: string, publisher?: { from: string, desk: string } | null }} receiver
 */
export function receiverOf({ store, secret, publisher = null }) {
  return createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    if (!isGenuine({ headers: request.headers, body }, secret)) return response.writeHead(401).end()
    const change = JSON.parse(body).data
    // The key is the change's own; the header says the same, for those who do not read the body.
    if (change.key !== request.headers['webhook-id']) return response.writeHead(400).end()
    if (publisher && store.take(change) === 'gap') await catchUp(store, publisher).catch(console.error)
    response.writeHead(answers[store.take(change)]).end()
  })
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { values } = parseArgs({
    options: {
      ...{ store: { type: 'string', default: 'changes.jsonl' }, port: { type: 'string', default: '8090' } },
      ...{ from: { type: 'string' }, desk: { type: 'string' } },
    },
  })
  const { store: file, port, from, desk } = values
  const publisher = from && desk ? { from, desk } : null
  const server = receiverOf({ store: openStore(file), secret: process.env.SECRET ?? '', publisher })
  server.listen(Number(port), '127.0.0.1', () => console.log('The receiver is ready.'))
}
