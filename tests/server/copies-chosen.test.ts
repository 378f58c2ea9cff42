import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, eq } from 'drizzle-orm'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { auditEntries } from '../../db/schema'
import type { Member } from '../../server/member/member'
import { type ChosenFormat, chosenPath } from '../../server/publication/copy/chosen/chosen'
import { serveChosen } from '../../server/publication/copy/chosen/serve-chosen'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { say } from '../../server/refusal'
import { freshDatabase } from '../database'
import { aClaim, aSource, onDesk } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { cookieOf } from '../signed-in'

const db = await freshDatabase()
const log = pino({ level: 'silent' })
const server = createServer((request, response) => {
  if (!serveChosen(request, response, log)) response.writeHead(418).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.

const room = await aNewsroom()
const koreans = await aNewsroom({ language: 'ko', name: '팩트체크팀' })
const observer = await onDesk('observer', room.desk)
const cited = (statement: string) => {
  const sources = [aSource({ title: `Register of ${statement}` }), aSource({ title: 'Harbour log' })]
  return aClaim({
    ...{ statement, sources },
    rationale: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'It says so' },
            { type: 'citation', attrs: { source: sources[1]?.id ?? '' } },
          ],
        },
      ],
    },
  })
}
const pier = await published(room, cited('The pier is closed'))
const dam = await published(room, cited('The dam is old'))
const river = await published(koreans, cited('강이 얼었다'))

async function take(format: ChosenFormat, numbers: number[], member: Member | null = observer) {
  const cookie = member && (await cookieOf(member.personId))
  const address = `http://127.0.0.1:${port}${chosenPath(room.desk.slug, format, numbers)}`
  const answer = await fetch(address, { headers: { ...(cookie && { cookie }) } })
  return {
    ...{ status: answer.status, headers: answer.headers },
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

const textsOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent)

test('chosen checks go out as clean HTML in the order of the choice, numbered through, each citing its own sources', async () => {
  const { status, headers, bytes } = await take('html', [dam.number, pier.number])
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="checks-${dam.number}-${pier.number}.html"`,
  )
  const { document } = parseHTML(`<html><body>${bytes}</body></html>`)
  expect(document.querySelectorAll('[class], [style], script, link, svg')).toHaveLength(0)
  expect(textsOf(document, 'article h2')).toEqual(['1. The dam is old', '2. The pier is closed'])
  const citations = [...document.querySelectorAll('a[href^="#"]')]
  expect(citations.map(({ textContent }) => textContent)).toEqual(['[2]', '[2]'])
  const places = citations.map((one) => document.getElementById(one.getAttribute('href')?.slice(1) ?? ''))
  expect(places.map((place) => place?.closest('article'))).toEqual([...document.querySelectorAll('article')])
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('chosen checks go out as a Word file that another program reads', async () => {
  const { bytes } = await take('docx', [pier.number, dam.number])
  const { value } = await mammoth.convertToHtml({ buffer: bytes })
  const { document } = parseHTML(`<html><body>${value}</body></html>`)
  expect(textsOf(document, 'h1')).toEqual(['1. The pier is closed', '2. The dam is old'])
  const sources = textsOf(document, 'p').filter((text) => /^\[\d\] /.test(text ?? ''))
  expect(sources.map((text) => text?.split('.')[0])).toEqual([
    '[1] Register of The pier is closed',
    '[2] Harbour log',
    '[1] Register of The dam is old',
    '[2] Harbour log',
  ])
})

test('chosen checks go out as plain text, each with its version and address, in the language of its desk', async () => {
  const { bytes } = await take('txt', [pier.number, river.number])
  const [first, second, ...more] = bytes.toString('utf8').split('\n* * *\n')
  expect(more).toEqual([])
  expect(first).toMatch(/^1\. The pier is closed\n/)
  expect(first).toMatch(new RegExp(`Version 1, 9 March 2026.*\\n[\\s\\S]*/c/${pier.number}/v/1\\n`))
  expect(second).toMatch(/\n2\. 강이 얼었다\n|^\n2\. 강이 얼었다\n/)
  expect(second).toContain('팩트체크팀')
  expect(second).toContain(`/c/${river.number}/v/1`)
})

test('one check alone goes out without a number before its title', async () => {
  expect((await take('txt', [pier.number])).bytes.toString('utf8')).toMatch(/^The pier is closed\n/)
})

test('a check goes out as it stands now: corrected, and under review before anything else', async () => {
  const claim = cited('The weir is safe')
  await published(room, claim)
  const { number } = await published(
    room,
    { ...claim, statement: 'The weir was safe' },
    { kind: 'factual', publicNote: 'It was.' },
  )
  await putUnderReview({ claimId: claim.id, version: 2, line: 'We look again.', member: room.editor })
  const words = (await take('txt', [number])).bytes.toString('utf8')
  expect(words).toMatch(/^Under review.*We look again\.\n\nThe weir was safe\n/)
  expect(words).toContain('It was.')
})

test('no check, too many, and what is no list of numbers are refused with a sentence, and nothing is half a copy', async () => {
  const none = await take('html', [])
  expect([none.status, none.bytes.toString()]).toEqual([400, say({ code: 'copy-needs-checks' })])
  const many = await take(
    'html',
    Array.from({ length: 51 }, (_, index) => index + 1),
  )
  expect(many.status).toBe(400)
  expect(many.bytes.toString()).toBe(say({ code: 'copy-too-many', values: { most: 50, count: 51 } }))
  const gone = await take('docx', [pier.number, 999])
  expect([gone.status, gone.bytes.toString()]).toEqual([404, say({ code: 'copy-check-gone' })])
})

test('a copy is there for members of the desk alone, and the audit knows whom it was not there for', async () => {
  expect((await take('html', [pier.number], null)).status).toBe(404)
  const refused = await take('html', [pier.number], koreans.editor)
  expect([refused.status, refused.bytes.length]).toEqual([404, 0])
  const kept = await db
    .select({ way: auditEntries.way, outcome: auditEntries.outcome })
    .from(auditEntries)
    .where(and(eq(auditEntries.deskId, room.desk.id), eq(auditEntries.personId, koreans.editor.personId)))
  expect(kept).toEqual([{ way: 'copy of checks', outcome: 'desk-unknown' }])
})

test('nothing runs in a copy, and no cache keeps it', async () => {
  const { headers } = await take('html', [pier.number])
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
