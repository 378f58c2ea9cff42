import { readdirSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { Client } from 'pg'
import { enterAs } from './demo'
import { type Running, startServer, story as test } from './server'

// Somebody changes desks here, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

/** What no desk has. */
const nowhere = '019a0000-0000-7000-8000-000000000000'

test('every page of a desk answers who is of another desk, and who is nobody, as if there were no such thing', async ({
  browser,
}) => {
  const things = await moveToAnotherDesk(await enterAs(browser, server.origin, 'Tomas'))
  expect((await things.page.request.get(`${server.origin}/desk/another/settings`)).status()).toBe(200)
  const nobody = await (await browser.newContext()).newPage()
  for (const [who, page] of Object.entries({ stranger: things.page, nobody }))
    for (const pattern of pages)
      for (const desk of ['demo', 'another']) {
        const [there, missing] = [addressOf(pattern, desk, things.ids), addressOf(pattern, desk, {})]
        // Their own desk has pages of its own, without a thing in their addresses.
        if (desk === 'another' && there === missing) continue
        // A name as long as the other: React begins a new row where one has become long.
        const elsewhere = desk === 'demo' ? missing.replace('/demo', '/none') : missing
        // Whether a page is begun before it is judged is a matter of its moment; what it tells is not.
        await expect(async () => {
          const answer = await answerOf(page, there)
          expect(answer, `${who} at ${there}`).toEqual(await answerOf(page, elsewhere))
          expect(answer.body).not.toContain('Karsell')
        }).toPass()
      }
})

const pages = readdirSync('app/desk', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) =>
    `/desk/${file}`.replace(/\/\([^)]*\)|\/page\.tsx$/g, '').replace('[[...submission]]', '[submissionId]'),
  )

/** The address of a page with these things in it; of what is not named, one that is nowhere. */
function addressOf(pattern: string, slug: string, ids: Record<string, string>): string {
  return pattern.replace(/\[(\w+)\]/g, (_, name: string) => (name === 'slug' ? slug : (ids[name] ?? nowhere)))
}

/** What somebody gets, without what is new in each answer and without the names that were asked for. */
async function answerOf(page: Page, path: string) {
  const answer = await page.request.get(server.origin + path, { maxRedirects: 0 })
  const asked = path.split('/').filter((part) => /^(demo|none)$|-.*-.*-/.test(part))
  const body = (await answer.text()).replace(/nonce(=|":|\\":)\\?"[^"]*"/g, '')
  const blank = (text: string) => asked.reduce((left, part) => left.replaceAll(part, '…'), text)
  return { status: answer.status(), to: blank(answer.headers().location ?? ''), body: rowsOf(blank(body)) }
}

/** Next sends the rows of a page in the order in which they are done, and numbers them so: what is in them counts. */
function rowsOf(body: string): string {
  const whole = body
    .replaceAll(/"\]\)<\/script><script ?>self\.__next_f\.push\(\[1,"/g, '')
    .replaceAll(/\$[L@]?[\da-f]+(?=\\")/g, '$')
  const rows = whole.split(/\\n|(?<=>)/).map((row) => row.replace(/^[\da-f]+:/, ''))
  return [...new Set(rows)].toSorted().join('\n')
}

/** Makes somebody of the demo the admin of a desk of their own, with what the demo has under each name in addresses. */
async function moveToAnotherDesk(page: Page) {
  const client = new Client({ connectionString: server.databaseUrl() })
  await client.connect()
  await client.query(`insert into desks select (jsonb_populate_record(desk, '{"slug": "another", "name": "Another"}'
    || jsonb_build_object('id', gen_random_uuid()))).* from desks desk where slug = 'demo'`)
  await client.query(`update members set role = 'admin', desk_id = (select id from desks where slug = 'another')
    where person_id = (select id from people where email like 'tomas@%')`)
  const idOf = async (sql: string): Promise<string> =>
    (await client.query<{ id: string }>(sql)).rows[0]?.id ?? ''
  const ids = {
    articleId: await idOf(`select article_id as id from submissions order by id limit 1`),
    memberId: await idOf(
      `select id from members where desk_id = (select id from desks where slug = 'demo') limit 1`,
    ),
    claimId: await idOf(`select claim_id as id from submissions order by id limit 1`),
    submissionId: await idOf(`select id from submissions order by id limit 1`),
    draftId: await draftIn(client),
  }
  await client.end()
  return { page, ids }
}

/** An import that somebody of the demo has not finished. */
async function draftIn(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`
    insert into drafts (id, desk_id, member_id, extraction, original)
    select gen_random_uuid(), desks.id, members.id, '{}', 'Karsell' from desks
    join members on members.desk_id = desks.id where slug = 'demo' limit 1 returning id`)
  return rows[0]?.id ?? ''
}
