import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { GET as wellKnownSecurity } from '../../../app/(public)/.well-known/security.txt/route'
import { GET as article } from '../../../app/(public)/a/[...path]/route'
import { GET as about } from '../../../app/(public)/about/route'
import { GET as mcp } from '../../../app/(public)/api/mcp/route'
import { GET as api } from '../../../app/(public)/api/v1/[...path]/route'
import { GET as changes } from '../../../app/(public)/api/v1/changes/route'
import { GET as factChecks } from '../../../app/(public)/api/v1alpha1/[method]/route'
import { GET as asset } from '../../../app/(public)/assets/[...path]/route'
import { GET as claim } from '../../../app/(public)/c/[...path]/route'
import { GET as corrections } from '../../../app/(public)/corrections/route'
import { GET as dossier } from '../../../app/(public)/d/[...path]/route'
import { GET as datasetFile } from '../../../app/(public)/dataset/[file]/route'
import { GET as datasetPage } from '../../../app/(public)/dataset/route'
import { GET as deskPage } from '../../../app/(public)/desks/[slug]/route'
import { GET as earlier } from '../../../app/(public)/earlier/route'
import { GET as embed } from '../../../app/(public)/embed/c/[number]/route'
import { GET as feed } from '../../../app/(public)/feeds/[...path]/route'
import { GET as latest } from '../../../app/(public)/latest/route'
import { GET as publicLog } from '../../../app/(public)/log/[...path]/route'
import { GET as logPage } from '../../../app/(public)/log/route'
import { GET as oembed } from '../../../app/(public)/oembed/route'
import { GET as outlet } from '../../../app/(public)/outlets/[name]/route'
import { GET as robots } from '../../../app/(public)/robots.txt/route'
import { GET as security } from '../../../app/(public)/security.txt/route'
import { GET as sitemap } from '../../../app/(public)/sitemap.xml/route'
import { GET as sitemaps } from '../../../app/(public)/sitemaps/[...path]/route'
import { GET as speaker } from '../../../app/(public)/speakers/[name]/route'
import { GET as topic } from '../../../app/(public)/topics/[name]/route'
import { GET as trust } from '../../../app/(public)/trust.txt/route'
import { GET as health } from '../../../app/api/health/route'
import { GET as ownWords } from '../../../app/api/words/[file]/route'
import { GET as manifest } from '../../../app/manifest.webmanifest/route'
import { db } from '../../../db/client'
import { attempts, desks } from '../../../db/schema'
import { settings } from '../../../server/env'
import { serveExport } from '../../../server/export/serve-export'
import { serveFollows } from '../../../server/follow/serve-follows'
import { signForm } from '../../../server/form/sign-form'
import { serveGuest } from '../../../server/guest/serve-guest'
import { may } from '../../../server/member/member'
import { serveChosen } from '../../../server/publication/copy/chosen/serve-chosen'
import { writeDataset } from '../../../server/publication/dataset/write-dataset'
import { renderOutbox, renderStale } from '../../../server/publication/made/render'
import { servePreview } from '../../../server/publication/next/serve-preview'
import { serveReports } from '../../../server/report/serve-reports'
import { checkPass } from '../../../server/room/admit'
import { documentOf } from '../../../server/room/doc/room-doc'
import { keepSnapshot } from '../../../server/room/kept/keep-snapshot'
import { serveSnapshot } from '../../../server/room/serve-snapshot'
import { freshDatabase } from '../../database'
import { aClaim, anArticle } from '../../newsroom'
import { published } from '../../publishing'
import { answerOf, ask } from './ask'
import { askers, isRole, twoDesks } from './askers'
import { aGuestLink } from './outside'
import { aClaimInRoom, aSubmissionOfAuthor, missingId, removedArticle } from './things'

await freshDatabase()
const { ours, theirs, cookies, cookieBefore } = await twoDesks()
const publication = await published(
  { ...theirs, article: await anArticle(theirs.author) },
  aClaim({ topics: ['relief'] }),
)
await renderStale()
await renderOutbox()
await writeDataset(new Date())

const headersOf = (cookie?: string) => ({ ...(cookie && { cookie }) })

const origin = encodeURIComponent(settings().publicOrigin)

/** What is the same for everybody, with addresses and how each is answered: versions are common to all desks. */
const open = {
  'app/(public)/a/[...path]/route.ts': { get: article, at: { '/a/1': 301, '/a/999-no-such': 404 } },
  'app/(public)/about/route.ts': { get: about, at: { '/about': 200 } },
  'app/(public)/api/mcp/route.ts': { get: mcp, at: { '/api/mcp': 405 } },
  'app/(public)/api/v1/[...path]/route.ts': {
    get: api,
    at: { '/api/v1/claims/1': 200, '/api/v1/articles/1': 200, '/api/v1/claims/999': 404, '/api/v1/no': 404 },
  },
  'app/(public)/api/v1/changes/route.ts': {
    get: changes,
    at: { '/api/v1/changes': 200, '/api/v1/changes?desk=no': 404 },
  },
  'app/(public)/api/v1alpha1/[method]/route.ts': {
    get: factChecks,
    at: { '/api/v1alpha1/claims:search?query=relief': 200, '/api/v1alpha1/no': 404 },
  },
  'app/(public)/assets/[...path]/route.ts': { get: asset, at: { '/assets/no-such.css': 404 } },
  'app/(public)/c/[...path]/route.ts': { get: claim, at: { [publication.path]: 200, '/c/999-no-such': 404 } },
  'app/(public)/log/route.ts': { get: logPage, at: { '/log': 200 } },
  'app/(public)/corrections/route.ts': { get: corrections, at: { '/corrections': 200 } },
  'app/(public)/dataset/route.ts': { get: datasetPage, at: { '/dataset': 200 } },
  'app/(public)/dataset/[file]/route.ts': {
    get: datasetFile,
    at: { '/dataset/claims.csv': 200, '/dataset/datapackage.json': 200, '/dataset/members.csv': 404 },
  },
  'app/(public)/d/[...path]/route.ts': { get: dossier, at: { '/d/999-no-such': 404 } },
  'app/(public)/earlier/route.ts': { get: earlier, at: { '/earlier': 200 } },
  'app/(public)/desks/[slug]/route.ts': {
    get: deskPage,
    at: { [`/desks/${theirs.desk.slug}`]: 200, '/desks/no-such-desk': 404 },
  },
  'app/(public)/embed/c/[number]/route.ts': { get: embed, at: { '/embed/c/1': 200, '/embed/c/999': 404 } },
  'app/(public)/feeds/[...path]/route.ts': {
    get: feed,
    at: { '/feeds/latest.atom': 200, '/feeds/c/1.json': 200, '/feeds/c/999.rss': 404 },
  },
  'app/(public)/latest/route.ts': { get: latest, at: { '/latest': 200 } },
  'app/(public)/log/[...path]/route.ts': {
    get: publicLog,
    at: { '/log/checkpoint': 200, '/log/key': 200, '/log/tile/0/999': 404 },
  },
  'app/(public)/outlets/[name]/route.ts': { get: outlet, at: { '/outlets/no-such': 404 } },
  'app/(public)/speakers/[name]/route.ts': {
    get: speaker,
    at: { '/speakers/the-prime-minister': 200, '/speakers/no-such': 404 },
  },
  'app/(public)/topics/[name]/route.ts': {
    get: topic,
    at: { '/topics/relief': 200, '/topics/no-such': 404 },
  },
  'app/(public)/oembed/route.ts': {
    get: oembed,
    at: { [`/oembed?url=${origin}/c/1`]: 200, [`/oembed?url=${origin}/c/999`]: 404 },
  },
  'app/(public)/.well-known/security.txt/route.ts': {
    get: async (request: Request) => wellKnownSecurity(request),
    at: { '/.well-known/security.txt': 404 },
  },
  'app/(public)/security.txt/route.ts': {
    get: async (request: Request) => security(request),
    at: { '/security.txt': 404 },
  },
  'app/(public)/trust.txt/route.ts': {
    get: async (request: Request) => trust(request),
    at: { '/trust.txt': 404 },
  },
  'app/(public)/robots.txt/route.ts': { get: robots, at: { '/robots.txt': 200 } },
  'app/(public)/sitemap.xml/route.ts': { get: sitemap, at: { '/sitemap.xml': 200 } },
  'app/(public)/sitemaps/[...path]/route.ts': {
    get: sitemaps,
    at: { '/sitemaps/news.xml': 200, '/sitemaps/c/999.xml': 404 },
  },
  'app/api/words/[file]/route.ts': {
    get: ownWords,
    at: {
      ...{ '/api/words/ar.house.0.js': 200, '/api/words/ar.json': 200 },
      ...{ '/api/words/ar.attic.0.js': 404, '/api/words/xx.house.0.js': 404 },
    },
  },
  'app/manifest.webmanifest/route.ts': {
    get: async () => manifest(),
    at: { '/manifest.webmanifest': 200 },
  },
  'app/api/health/route.ts': { get: health, at: { '/api/health': 200 } },
}

/** What is tested elsewhere: by `matrix.ts`, and in the real server, which next-auth needs. */
const elsewhere = ['app/api/trpc/[trpc]/route.ts', 'app/api/auth/[...nextauth]/route.ts']

test('every route stands in the matrix', () => {
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('route.ts'))
    .map((path) => `app/${path}`)
  expect(
    routes
      .filter((route) => !(route in open) && !elsewhere.includes(route))
      .map((route) => `Add ${route} to tests/server/rights/routes.test.ts: who may ask it for what.`),
  ).toEqual([])
})

// Each question from a network of its own: how often one has asked, and how long ago, is theirs to know.
let asked = 0
const aNetwork = () => `198.18.${Math.floor(asked / 256)}.${asked++ % 256}`

describe.each(Object.entries(open))('%s', (_, { get, at }) => {
  test.each(Object.entries(at))('%s is the same for everybody', async (path, status) => {
    const answerTo = async (cookie?: string) => {
      const headers = { ...headersOf(cookie), 'x-forwarded-for': aNetwork() }
      return answerOf(await get(new Request(`http://here${path}`, { headers })))
    }
    const nobodys = await answerTo()
    expect(nobodys.status).toBe(status)
    for (const cookie of [...Object.values(cookies), cookieBefore])
      expect(await answerTo(cookie)).toEqual(nobodys)
  })
})

const log = pino({ level: 'silent' })
const server = createServer((request, response) => {
  const isTaken =
    serveSnapshot(request, response, log) ||
    servePreview(request, response, log) ||
    serveExport(request, response, log) ||
    serveChosen(request, response, log) ||
    serveGuest(request, response, log) ||
    serveReports(request, response, log) ||
    serveFollows(request, response, log)
  if (!isTaken) response.writeHead(404).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.

async function snapshot(articleId: string, cookie?: string) {
  const address = `http://127.0.0.1:${port}/api/rooms/${articleId}/snapshot`
  return answerOf(await fetch(address, { headers: headersOf(cookie) }))
}

const [own, other] = [await aClaimInRoom(ours), await aClaimInRoom(theirs)]
for (const { articleId } of [own, other]) await keepSnapshot(documentOf(articleId))
const removed = [await removedArticle(ours), await removedArticle(theirs)]

test.each(askers)('%s gets the words of rooms of the own desk alone', async (asker) => {
  const cookie = cookies[asker]
  const missing = await snapshot(missingId, cookie)
  expect(missing.status).toBe(404)
  const isOpen = (room: typeof own) =>
    room === (asker === 'member of another desk' ? other : isRole(asker) && own)
  for (const room of [own, other]) {
    const answer = await snapshot(room.articleId, cookie)
    if (isOpen(room)) expect(answer.status).toBe(200)
    else expect(answer).toEqual(missing)
  }
  for (const { articleId } of removed) expect(await snapshot(articleId, cookie)).toEqual(missing)
})

const waiting = [await aSubmissionOfAuthor(ours), await aSubmissionOfAuthor(theirs)]

const previewParts = ['', '/card-wide.png', '/card-square.png']
const asksForPreviews = askers.flatMap((asker) => previewParts.map((part) => ({ asker, part })))

test.each(asksForPreviews)(
  '$asker gets pages as readers will see them of the own desk alone$part',
  async ({ asker, part }) => {
    const preview = async (submissionId: string) =>
      answerOf(
        await fetch(`http://127.0.0.1:${port}/api/previews/${submissionId}${part}`, {
          headers: headersOf(cookies[asker]),
        }),
      )
    const missing = await preview(missingId)
    expect(missing.status).toBe(404)
    const [own, other] = waiting.map(({ submissionId }) => submissionId)
    const open = asker === 'member of another desk' ? other : isRole(asker) && own
    for (const submissionId of waiting.map((one) => one.submissionId)) {
      const answer = await preview(submissionId)
      if (submissionId === open) expect(answer.status).toBe(200)
      else expect(answer).toEqual(missing)
    }
  },
)

test.each(askers)(
  '%s takes out the working claims of the own desk alone, and only as an editor',
  async (asker) => {
    const take = async (slug: string) => {
      const address = `http://127.0.0.1:${port}/desk/${slug}/claims/export.json`
      return answerOf(await fetch(address, { headers: headersOf(cookies[asker]) }))
    }
    const missing = await take('no-such-desk')
    expect(missing.status).toBe(404)
    for (const { desk } of [ours, theirs]) {
      const answer = await take(desk.slug)
      const isMember =
        desk === (asker === 'member of another desk' ? theirs.desk : isRole(asker) && ours.desk)
      if (!isMember) expect(answer).toEqual(missing)
      else if (isRole(asker)) expect(answer.status).toBe(may({ role: asker }, 'export the desk') ? 200 : 403)
    }
  },
)

test.each(askers)(
  '%s takes along published checks, whosever they are, on the own desk alone',
  async (asker) => {
    const take = async (slug: string) => {
      const address = `http://127.0.0.1:${port}/desk/${slug}/checks/copy.txt?of=1`
      return answerOf(await fetch(address, { headers: headersOf(cookies[asker]) }))
    }
    const missing = await take('no-such-desk')
    expect(missing.status).toBe(404)
    for (const { desk } of [ours, theirs]) {
      const answer = await take(desk.slug)
      const isMember =
        desk === (asker === 'member of another desk' ? theirs.desk : isRole(asker) && ours.desk)
      if (isMember) expect(answer.status).toBe(200)
      else expect(answer).toEqual(missing)
    }
  },
)

const guestLink = await aGuestLink(ours)

test.each(askers)('%s is shown by a guest link what nobody signed in is shown', async (asker) => {
  const open = async (secret: string, cookie?: string) =>
    answerOf(await fetch(`http://127.0.0.1:${port}/guest/${secret}`, { headers: headersOf(cookie) }))
  const nobodys = await open(guestLink.secret)
  expect(nobodys.status).toBe(200)
  expect(await open(guestLink.secret, cookies[asker])).toEqual(nobodys)
  expect((await open('x'.repeat(43), cookies[asker])).status).toBe(404)
})

test.each(askers)('%s reports an error and sees what became of it like nobody signed in', async (asker) => {
  const home = `http://127.0.0.1:${port}`
  const form = await signForm('/c/1/report', new Date(Date.now() - 60_000))
  const sent = await fetch(`${home}/c/1/report`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin: home, ...headersOf(cookies[asker]) } },
    body: new URLSearchParams({ form, text: `Asked as ${asker}` }),
  })
  expect(sent.status).toBe(303)
  const open = async (cookie?: string) =>
    answerOf(await fetch(home + sent.headers.get('location'), { headers: headersOf(cookie) }))
  const nobodys = await open()
  expect(nobodys.status).toBe(200)
  expect(await open(cookies[asker])).toEqual(nobodys)
})

test.each(askers)('%s asks to follow by mail like nobody signed in', async (asker) => {
  const home = `http://127.0.0.1:${port}`
  const form = await signForm('/c/1/follow', new Date(Date.now() - 60_000))
  const answer = async (cookie?: string) =>
    answerOf(
      await fetch(`${home}/c/1/follow`, {
        ...{ method: 'POST', redirect: 'manual', headers: { origin: home, ...headersOf(cookie) } },
        body: new URLSearchParams({ form, email: 'reader@reader.example' }),
      }),
    )
  await db().delete(attempts)
  const nobodys = await answer()
  expect(nobodys.status).toBe(303)
  expect(await answer(cookies[asker])).toEqual(nobodys)
  for (const link of [`confirm/${'x'.repeat(43)}`, `leave/${missingId}.${'x'.repeat(43)}`]) {
    const address = `${home}/follows/${link}`
    expect((await fetch(address, { headers: headersOf(cookies[asker]) })).status).toBe(404)
  }
})

test.each(askers)('%s finds nothing under 36 characters that are no id', async (asker) => {
  expect((await snapshot('-'.repeat(36), cookies[asker])).status).toBe(404)
})

test('the cookie from before a removal opens no room', async () => {
  expect(await snapshot(own.articleId, cookieBefore)).toEqual(await snapshot(missingId))
})

test.each(askers.filter(isRole))('%s: a pass admits to its room alone, as the role says', async (asker) => {
  const input = { desk: ours.desk.slug, articleId: own.articleId }
  const { body } = await ask('room.pass', input, cookies[asker])
  const { document, token } = JSON.parse(body).result.data.json
  expect(await checkPass(token, document)).toMatchObject({ mayEdit: may({ role: asker }, 'edit rooms') })
  for (const articleId of [other.articleId, missingId])
    expect(await checkPass(token, documentOf(articleId))).toBeNull()
})

test('an id in capitals leads to the same room, and shuts nobody out of it', async () => {
  const { id } = await anArticle(ours.author)
  const passFor = async (articleId: string) => {
    const { body } = await ask('room.pass', { desk: ours.desk.slug, articleId }, cookies.observer)
    return JSON.parse(body).result.data.json
  }
  expect((await passFor(id.toUpperCase())).document).toBe(documentOf(id))
  const { document, token } = await passFor(id)
  expect(await checkPass(token, document)).toMatchObject({ articleId: id })
})

test('where the desk asks for a second factor, who lacks it gets no words on any route', async () => {
  const asks = (needsSecondFactor: boolean) =>
    db().update(desks).set({ needsSecondFactor }).where(eq(desks.id, ours.desk.id))
  const [submission] = waiting
  const preview = async (cookie?: string) =>
    (
      await fetch(`http://127.0.0.1:${port}/api/previews/${submission?.submissionId}`, {
        headers: headersOf(cookie),
      })
    ).status
  const room = async (cookie?: string) => (await snapshot(own.articleId, cookie)).status
  const taken = async (cookie?: string) =>
    (
      await fetch(`http://127.0.0.1:${port}/desk/${ours.desk.slug}/claims/export.csv`, {
        headers: headersOf(cookie),
      })
    ).status
  const copied = async (cookie?: string) =>
    (
      await fetch(`http://127.0.0.1:${port}/desk/${ours.desk.slug}/checks/copy.html?of=1`, {
        headers: headersOf(cookie),
      })
    ).status
  const all = async (cookie?: string) => [
    await preview(cookie),
    await room(cookie),
    await taken(cookie),
    await copied(cookie),
  ]
  expect(await all(cookies.editor)).toEqual([200, 200, 200, 200])
  await asks(true)
  expect(await all(cookies.editor)).toEqual([404, 404, 403, 403])
  expect(await all(cookies.reviewer)).toEqual([200, 200, 403, 200])
  await asks(false)
})
