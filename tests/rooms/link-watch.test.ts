import superjson from 'superjson'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, db, openDatabase } from '../../db/client'
import { sourceLooks } from '../../db/schema'
import { readMemberById } from '../../server/member/read-member'
import { addSource } from '../../server/room/doc/source-values'
import type { Evidence } from '../../server/source/snapshot/read-evidence'
import { type Running, startServer } from '../e2e/server'
import { aFoundedDesk } from '../founding'
import { visit } from '../kill/visitor'
import { anArticle } from '../newsroom'
import { aDataDir, aPage, aSite } from '../server/evidence/a-site'
import { enter, until } from './browser'
import { mark } from './marking'

/** The real server, told to watch links or not, with a claim that leans on two of them. */
type Newsroom = {
  /** What its screens know of the link that was attached just now, which nobody pressed a button for. */
  ofNew: () => Promise<Evidence | undefined>
  /** The same of a link that was archived by its button more than a week ago. */
  ofOld: () => Promise<Evidence | undefined>
}

const quote = 'By the end of February 14,000,000 marks were paid out in nine districts.'
aDataDir()
// Two hosts, as one is asked once in a round.
const [news, register] = [
  await aSite({ '/new': { content: aPage(quote) } }),
  await aSite({ '/old': { content: aPage(quote) } }),
]
const running: Running[] = []
let [left, watching]: Newsroom[] = []

beforeAll(async () => {
  // The one that leaves links alone has its links before the other begins: had it rounds, it would be done with them first.
  left = await aNewsroomWithLinks('none')
  register.pages['/old'] = { content: aPage(quote) }
  watching = await aNewsroomWithLinks('weekly')
}, 240_000)

afterAll(async () => {
  for (const server of running) await server.remove()
})

async function aNewsroomWithLinks(watch: 'weekly' | 'none'): Promise<Newsroom> {
  const server = await startServer({ env: { LINK_WATCH: watch } })
  running.push(server)
  const { desk, articleId } = await inDatabase(server, async () => {
    const { desk, memberId } = await aFoundedDesk()
    const founder = await readMemberById(memberId)
    if (!founder) throw new Error('the founder is not there')
    return { desk, articleId: (await anArticle(founder)).id }
  })
  const { cookie, passTo } = await visit(server.origin, desk, 'ruth@meridian.example')
  const url = `${server.origin.replace('http', 'ws')}/collab`
  const browser = await enter({ server: { url }, articleId, askForPass: () => passTo(articleId) })
  const claimId = mark(browser.doc)
  const [fresh, old] = [uuid(), uuid()]
  addSource(browser.doc, { id: fresh, claimId, address: `${news.origin}/new`, quote })
  addSource(browser.doc, { id: old, claimId, address: `${register.origin}/old`, quote })
  await browser.kept()
  browser.leave()

  const ask = askerAt(server.origin, cookie)
  const evidence = async (sourceId: string) => {
    const found: Evidence[] = await ask.read('source.ofClaim', { desk, claimId })
    return found.find((one) => one.sourceId === sourceId)
  }
  const press = () => ask.press('source.archive', { desk, claimId, sourceId: old })
  await until(press, 'the old link to be archived by its button')
  register.pages['/old'] = { content: aPage('The register is being revised.') }
  const dayLong = 24 * 60 * 60_000
  const longAgo = new Date(Date.now() - 8 * dayLong)
  await inDatabase(server, () => db().update(sourceLooks).set({ begunAt: longAgo, endedAt: longAgo }))
  return { ofNew: () => evidence(fresh), ofOld: () => evidence(old) }
}

async function inDatabase<Result>(server: Running, work: () => Promise<Result>): Promise<Result> {
  openDatabase(server.databaseUrl(), { max: 2 })
  return work().finally(closeDatabase)
}

/** Asks procedures as a browser does. */
function askerAt(origin: string, cookie: string) {
  const headers = { origin, cookie, 'content-type': 'application/json' }
  const sent = (input: object) => JSON.stringify(superjson.serialize(input))
  return {
    read: async (procedure: string, input: object) => {
      const at = `${origin}/api/trpc/${procedure}?input=${encodeURIComponent(sent(input))}`
      const answer = await fetch(at, { headers })
      if (!answer.ok) throw new Error(`${procedure}: ${answer.status} ${await answer.text()}`)
      const { result } = (await answer.json()) as {
        result: { data: Parameters<typeof superjson.deserialize>[0] }
      } // As tRPC answers.
      return superjson.deserialize<Evidence[]>(result.data)
    },
    press: async (procedure: string, input: object) =>
      (await fetch(`${origin}/api/trpc/${procedure}`, { method: 'POST', headers, body: sent(input) })).ok,
  }
}

/** Two rounds of the watch, and time to spare. */
const patience = 150_000
const archived = () =>
  until(
    async () => (await watching?.ofNew())?.look?.isOpen === false,
    'the new link to be archived',
    patience,
  )

test('a link that is attached in a room is archived by the server itself, with nobody asking it to', async () => {
  await archived()
  const found = await watching?.ofNew()
  expect(found).toMatchObject({
    isWatched: true,
    quoted: { is: 'found' },
    look: { state: 'ok', fault: null },
  })
  expect(found?.snapshots).toMatchObject([{ kind: 'fetched', address: `${news.origin}/new` }])
}, 180_000)

test('a link that was archived a week ago is looked at again, and found changed', async () => {
  await until(
    async () => (await watching?.ofOld())?.look?.state === 'changed',
    'the second look at the old link',
    patience,
  )
  expect((await watching?.ofOld())?.snapshots).toHaveLength(2)
}, 180_000)

test('with LINK_WATCH=none neither happens, though its links stood there first', async () => {
  await archived()
  expect(await left?.ofNew()).toMatchObject({ isWatched: false, look: null, snapshots: [] })
  const old = await left?.ofOld()
  expect(old).toMatchObject({ isWatched: false, look: { state: 'ok' } })
  expect(old?.snapshots).toHaveLength(1)
  expect(news.asked).toHaveLength(1)
}, 180_000)
