import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, asc, eq } from 'drizzle-orm'
import { pino } from 'pino'
import { v7 as uuid } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { articleLimits, auditEntries, claims, secondVerdicts } from '../../db/schema'
import { removeArticle } from '../../server/deleted/remove-article'
import { serveExport } from '../../server/export/serve-export'
import type { Member } from '../../server/member/member'
import { say } from '../../server/refusal'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { addComment, raiseThread } from '../../server/thread/add-comment'
import { freshDatabase } from '../database'
import { aClaim, aDesk, anArticle, aSource, damText, onDesk } from '../newsroom'
import { readCsv } from '../read-csv'
import { cookieOf } from '../signed-in'
import { writeClaim } from '../write-claim'

const db = await freshDatabase()
const log = pino({ level: 'silent' })
const server = createServer((request, response) => {
  if (!serveExport(request, response, log)) response.writeHead(418).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.

const desk = await aDesk()
const [author, editor, other] = [
  await onDesk('reviewer', desk),
  await onDesk('editor', desk),
  await onDesk('editor', desk),
]

async function take(format: string, member: Member | null, slug = desk.slug) {
  const cookie = member && (await cookieOf(member.personId))
  const address = `http://127.0.0.1:${port}/desk/${slug}/claims/export.${format}`
  const answer = await fetch(address, { headers: { ...(cookie && { cookie }) } })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

const hostile = '=HYPERLINK("https://evil.example", "a, b")\nsecond line'

async function aCheckedClaim(by: Member, parts: Parameters<typeof aClaim>[0] = {}) {
  const article = await anArticle(by)
  const claim = aClaim({ words: 'the northern wall', statement: 'The wall is older', ...parts })
  await writeInRoom(article.id, by, (doc) => writeClaim(doc, claim, damText))
  return { claim, articleId: article.id }
}

const { claim, articleId } = await aCheckedClaim(author, {
  shortAnswer: hostile,
  sources: [aSource({ title: 'Register' }), aSource()],
})
const threadId = uuid()
const colleague = `<@${editor.id}> is this "so"?`
await raiseThread({ member: author, claimId: claim.id, threadId, commentId: uuid(), text: colleague })
await addComment({ member: editor, threadId, commentId: uuid(), text: '+1, it is' })

test('an editor takes out the working claims with their comments as CSV that no spreadsheet runs', async () => {
  const { status, headers, body } = await take('csv', editor)
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toContain(`claims-${desk.slug}.csv`)
  const [row, ...more] = await readCsv(body)
  expect(more).toEqual([])
  expect(row).toMatchObject({ id: claim.id, statement: 'The wall is older', shortAnswer: `'${hostile}` })
  expect(row?.comments).toMatch(new RegExp(`is this "so"\\?\\n${editor.name} \\(.*\\): \\+1, it is$`))
  expect(row?.comments).toContain(`@${editor.name}`)
  expect(row?.sources).toContain('[1] Register')
})

test('and as JSON, as it was written', async () => {
  const { claims } = JSON.parse((await take('json', editor)).body)
  expect(claims).toHaveLength(1)
  expect(claims[0]).toMatchObject({ id: claim.id, articleId, shortAnswer: hostile, number: null })
  expect(claims[0].comments.map(({ by }: { by: string }) => by)).toEqual([author.name, editor.name])
  expect(claims[0].sources).toHaveLength(2)
})

test('more claims than are read at once all come, each once', async () => {
  const many = await aDesk()
  const lead = await onDesk('editor', many)
  const made = await aCheckedClaim(lead)
  const [row] = await db.select().from(claims).where(eq(claims.id, made.claim.id))
  if (!row) throw new Error('the claim is not there')
  await db.insert(claims).values(Array.from({ length: 450 }, () => ({ ...row, id: uuid() })))
  const taken: { id: string }[] = JSON.parse((await take('json', lead, many.slug)).body).claims
  expect(new Set(taken.map(({ id }) => id)).size).toBe(451)
  expect(taken).toHaveLength(451)
  expect(await readCsv((await take('csv', lead, many.slug)).body)).toHaveLength(451)
})

test('who takes it out stands in the audit before the file ends', async () => {
  const taken = await db
    .select({ memberId: auditEntries.memberId, way: auditEntries.way, outcome: auditEntries.outcome })
    .from(auditEntries)
    .where(and(eq(auditEntries.deskId, desk.id), eq(auditEntries.act, 'export the desk')))
    .orderBy(asc(auditEntries.at))
  expect(taken).toEqual([
    { memberId: editor.id, way: 'export csv', outcome: 'done' },
    { memberId: editor.id, way: 'export json', outcome: 'done' },
  ])
})

test('to a reviewer it is refused with a sentence, and to all others it is not there', async () => {
  const refused = await take('csv', author)
  expect([refused.status, refused.body]).toEqual([403, say({ code: 'role-too-low' })])
  const outsider = await onDesk('editor', await aDesk())
  const missing = await take('csv', outsider, 'no-such-desk')
  expect(missing.status).toBe(404)
  for (const asker of [outsider, null]) {
    const answer = await take('csv', asker)
    expect([answer.status, answer.body]).toEqual([404, missing.body])
  }
})

test('an article that is limited to others or deleted is in no file of theirs, nor is one they judge blind', async () => {
  const limited = await aCheckedClaim(author)
  await db
    .insert(articleLimits)
    .values({ articleId: limited.articleId, members: [author.id, editor.id], limitedBy: editor.id })
  const blind = await aCheckedClaim(author)
  await db.insert(secondVerdicts).values({
    ...{ id: uuid(), articleId: blind.articleId, claimId: blind.claim.id, deskId: desk.id },
    ...{ askedOf: other.id, askedBy: editor.id },
  })
  const gone = await aCheckedClaim(author)
  await removeArticle({ member: editor, articleId: gone.articleId })
  const idsOf = async (member: Member) =>
    new Set(JSON.parse((await take('json', member)).body).claims.map(({ id }: { id: string }) => id))
  expect(await idsOf(editor)).toEqual(new Set([claim.id, limited.claim.id, blind.claim.id]))
  expect(await idsOf(other)).toEqual(new Set([claim.id]))
})
