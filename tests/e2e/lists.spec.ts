import { expect, type Page, type Route } from '@playwright/test'
import { Client } from 'pg'
import { enterArticle, enterAs, openClaim } from './demo'
import { expectNothingForAxe, expectToFit, inBothThemes } from './looks'
import { foundDesk, somebody } from './people'
import { type Running, startServer, story as test } from './server'

// A newsroom in which nothing has happened yet: every list is empty once it is read.
let server: Running
let demo: Running
let admin: Page
let home: string
test.beforeAll(async ({ browser }) => {
  test.setTimeout(480_000)
  server = await startServer({ env: { SECRET_KEY: 'a key of the stories, long enough for all' } })
  admin = await somebody(browser)
  const founder = { name: 'Maren Holt', email: 'maren@desk.example' }
  await foundDesk(admin, server.origin, founder, { email: 'ruth@desk.example' })
  home = admin.url().replace(/\?.*/, '')
  await admin.goto(`${home}/members`)
  await admin.getByRole('button', { name: 'Withdraw the invitation of ruth@desk.example' }).click()
  await expect(admin.getByText('None is open.')).toBeVisible()
  demo = await startServer({ withDemo: true })
})
test.afterAll(async () => {
  await admin?.context().close()
  await server?.remove()
  await demo?.remove()
})

type Lists = { at: string; lists: Record<string, string>; typed?: [field: string, words: string] }

/** What each page reads in the browser, with what it says when there is nothing. */
const readInBrowser: Lists[] = [
  {
    at: '',
    lists: {
      'Needs approval': 'Nothing waits for you. What colleagues submit appears here.',
      'Assigned to me': 'Nothing is assigned to you. Take something from the pool',
      Returned: 'Nothing was returned to you. What an editor sends back comes here',
      'Recently published': 'Nothing is published yet. What an editor approves appears here.',
      'Asked of you': 'Nobody waits for an answer of yours. Comments that mention you come here.',
      'Back in the pool': 'Nothing came back. Work of who is away or leaves lies here',
      Articles: 'Import one by its address, by pasting its text, or as a file.',
      'Saved filters': 'Narrow the list, and you can save the filter here.',
    },
    typed: ['Web address', 'https://ledger.example/karsell'],
  },
  {
    at: '/work',
    lists: {
      'Assigned to me': 'Nothing is assigned to you. Take something from the pool',
      'Back in the pool': 'Nothing came back. Work of who is away or leaves lies here',
    },
  },
  {
    at: '/members',
    lists: { 'Open invitations': 'None is open. Make a link above and send it.' },
    typed: ['Their e-mail', 'idris@desk.example'],
  },
  {
    at: '/settings',
    lists: {
      'Limited articles': 'No article is limited.',
      Rules: 'Nothing is done by itself yet.',
      Webhooks: 'Nothing is told elsewhere yet.',
      Subscriptions: 'Nobody has a copy yet.',
      'Checks of others': 'Nothing is fetched yet.',
      'Names readers find checks by': 'No published check names anybody yet.',
    },
    typed: ['Sources needed', '7'],
  },
]

test.describe('lists that are read in the browser', () => {
  for (const { at, lists, typed } of readInBrowser)
    test(`say at /desk${at} that they load, what to do when they cannot be read, and that they are empty`, async () => {
      const line = await aLine(admin)
      line.is('slow')
      await admin.goto(`${home}${at}`)
      for (const name of Object.keys(lists)) await expect(saysLoading(admin, name)).toBeAttached()
      await inBothThemes(admin, expectNothingForAxe)
      line.is('broken')
      for (const name of Object.keys(lists)) await expect(notRead(admin, name)).toBeVisible()
      await inBothThemes(admin, expectNothingForAxe)
      await expectToFit(admin)
      if (typed) await admin.getByLabel(typed[0], { exact: true }).fill(typed[1])
      await tryAgain(admin, Object.keys(lists)[0] ?? '')
      line.is('whole')
      for (const [name, words] of Object.entries(lists)) {
        await expect(admin.getByText(words)).toBeVisible()
        await expect(notRead(admin, name)).toHaveCount(0)
        await expect(saysLoading(admin, name)).toHaveCount(0)
      }
      if (typed) await expect(admin.getByLabel(typed[0], { exact: true })).toHaveValue(typed[1])
      await inBothThemes(admin, expectNothingForAxe)
      await line.end()
    })

  test('say in the workspace how they stand, and what is half written stays', async ({ browser }) => {
    const lena = await enterArticle(browser, demo.origin, 'Lena')
    await openClaim(lena, 12)
    const line = await aLine(lena)
    line.is('slow')
    await lena.reload()
    const lists = {
      'Talk about the text': 'Nobody has said anything yet. Select words of the article and press C.',
      Thread: 'Nothing has been said about this claim yet. Ask a question',
      'Members’ own verdicts': 'Nobody has signed one.',
      Clearances: 'None is required.',
    }
    const names = [
      ...Object.keys(lists),
      'Suggested wordings',
      'Coverage of the article',
      'Work on this claim',
    ]
    for (const name of names) await expect(saysLoading(lena, name)).toBeAttached()
    await expect(lena.getByText('Counting the sentences …')).toBeVisible()
    line.is('broken')
    for (const name of names) await expect(notRead(lena, name)).toBeAttached()
    await expect(lena.getByText('The sentences could not be counted.')).toBeVisible()
    await inBothThemes(lena, expectNothingForAxe)
    const comment = lena.getByLabel('Comment, @ to mention')
    await comment.fill('Who counted the dams?')
    await tryAgain(lena, 'Thread')
    line.is('whole')
    for (const words of Object.values(lists)) await expect(lena.getByText(words)).toBeAttached()
    for (const name of names) await expect(notRead(lena, name)).toHaveCount(0)
    await expect(comment).toHaveValue('Who counted the dams?')
    await expect(lena.getByRole('button', { name: /sentences? not looked at$/ })).toBeVisible()
  })

  test('say in each choice of members how it stands, and what is chosen and typed there stays', async ({
    browser,
  }) => {
    const ruth = await enterArticle(browser, demo.origin, 'Ruth')
    await openClaim(ruth, 12)
    const line = await aLine(ruth)
    line.is('slow')
    await ruth.reload()
    await ruth.getByLabel('Comment, @ to mention').fill('Ask @')
    await expect(saysLoading(ruth, 'People and roles to mention')).toBeAttached()
    line.is('broken')
    await expect(notRead(ruth, 'People and roles to mention')).toBeVisible()
    // Who has the claim is known, and nobody has asked yet whom it could be given to.
    line.is('whole')
    await ruth.goto(ruth.url().replace(/\?.*/, ''))
    await expect(ruth.getByRole('region', { name: 'Work on the article' })).toBeVisible()
    line.is('slow')
    await ruth.getByRole('link', { name: /^Claim 12,/ }).click()
    await ruth
      .getByRole('region', { name: 'Work on this claim' })
      .getByRole('button', { name: 'Assign' })
      .press('Enter')
    const assigning = ruth.getByRole('dialog')
    await assigning.getByLabel('Note to whoever has it next').fill('The dams are in the annex.')
    await expect(saysLoading(ruth, 'To')).toBeAttached()
    line.is('broken')
    await expect(notRead(ruth, 'To')).toBeVisible()
    await inBothThemes(ruth, expectNothingForAxe)
    await tryAgain(ruth, 'To')
    line.is('whole')
    await assigning.getByLabel('To', { exact: true }).selectOption('Lena Sørby, Reviewer')
    await expect(assigning.getByLabel('Note to whoever has it next')).toHaveValue(
      'The dams are in the annex.',
    )
    await expect(notRead(ruth, 'To')).toHaveCount(0)
    await ruth.keyboard.press('Escape')
    await expect(ruth.getByLabel('Comment, @ to mention')).toHaveValue('Ask @')
    await line.end()

    await ruth.goto(`${demo.origin}/desk/demo/approvals`)
    await ruth.getByRole('button', { name: 'Require a clearance' }).waitFor()
    line.is('slow')
    await line.begin()
    await ruth.getByRole('button', { name: 'Require a clearance' }).press('Enter')
    const requiring = ruth.getByRole('dialog', { name: 'Require a clearance' })
    await expect(saysLoading(ruth, 'Who gives it')).toBeAttached()
    line.is('broken')
    await expect(notRead(ruth, 'Who gives it')).toBeVisible()
    await inBothThemes(ruth, expectNothingForAxe)
    await tryAgain(ruth, 'Who gives it')
    line.is('whole')
    await requiring.getByLabel('Who gives it', { exact: true }).selectOption('Tomas Vey, Reviewer')
    await line.end()
  })

  test('say in the box that limits an article how its members stand', async ({ browser }) => {
    const ruth = await enterAs(browser, demo.origin, 'Ruth')
    const more = ruth.getByRole('button', { name: /^More actions for Two thousand driven/ })
    await more.waitFor()
    const line = await aLine(ruth)
    line.is('slow')
    await more.press('Enter')
    await ruth.getByRole('menuitem', { name: 'Who may see it' }).press('Enter')
    await expect(saysLoading(ruth, 'Who may see it')).toBeAttached()
    line.is('broken')
    await expect(notRead(ruth, 'Who may see it')).toBeVisible()
    await inBothThemes(ruth, expectNothingForAxe)
    await tryAgain(ruth, 'Who may see it')
    line.is('whole')
    await expect(ruth.getByRole('dialog').getByLabel('Only these members')).toBeVisible()
    await line.end()
  })

  test('say beside a submission how its second verdicts stand, and before a correction what it changes', async ({
    browser,
  }) => {
    const ruth = await enterAs(browser, demo.origin, 'Ruth', { at: '/desk/demo/approvals' })
    await ruth.getByRole('button', { name: 'Require a clearance' }).waitFor()
    const line = await aLine(ruth)
    line.is('slow')
    await ruth.reload()
    await expect(saysLoading(ruth, 'Second verdict')).toBeAttached()
    line.is('broken')
    await expect(notRead(ruth, 'Second verdict')).toBeVisible()
    await inBothThemes(ruth, expectNothingForAxe)
    await tryAgain(ruth, 'Second verdict')
    line.is('whole')
    await expect(notRead(ruth, 'Second verdict')).toHaveCount(0)

    await ruth.goto(`${demo.origin}/desk/demo`)
    await openClaim(ruth, 2)
    await ruth.getByRole('button', { name: 'Put under review' }).waitFor()
    line.is('slow')
    await ruth.getByRole('button', { name: 'Retract', exact: true }).press('Enter')
    const retracting = ruth.getByRole('dialog')
    await retracting.getByLabel('Public note').fill('The clock was wrong.')
    await expect(saysLoading(ruth, 'What this changes')).toBeAttached()
    line.is('broken')
    await expect(notRead(ruth, 'What this changes')).toBeVisible()
    await inBothThemes(ruth, expectNothingForAxe)
    await tryAgain(ruth, 'What this changes')
    line.is('whole')
    await expect(retracting.getByRole('link', { name: /^The page of claim/ })).toBeVisible()
    await expect(retracting.getByLabel('Public note')).toHaveValue('The clock was wrong.')
    await line.end()
  })

  test('stay when they cannot be read again, and say that they may be out of date', async () => {
    await admin.goto(`${home}/notices`)
    await expect(admin.getByText('Mentions, answers, work and decisions that concern you')).toBeVisible()
    const line = await aLine(admin)
    line.is('broken')
    const old = admin.getByRole('status').filter({ hasText: '“Notices” could not be read again' })
    await expect(old).toBeVisible({ timeout: 60_000 })
    await expect(admin.getByText('Mentions, answers, work and decisions that concern you')).toBeVisible()
    await inBothThemes(admin, expectNothingForAxe)
    await tryAgain(admin, 'Notices')
    line.is('whole')
    await expect(old).toHaveCount(0)
    await line.end()
  })

  test('say under the search field that nothing is found, or that it cannot be looked up', async () => {
    await admin.goto(home)
    await admin.waitForLoadState('networkidle')
    const field = admin.getByRole('combobox', { name: 'Search articles, claims, sources' })
    await field.fill('karsell')
    await expect(admin.getByText('Nothing found. Try fewer words')).toBeVisible()
    const line = await aLine(admin)
    line.is('slow')
    await field.fill('tolm')
    await expect(admin.getByText('Looking …')).toBeVisible()
    line.is('broken')
    await expect(admin.getByText('This could not be looked up just now. Enter tries again.')).toBeVisible()
    await inBothThemes(admin, expectNothingForAxe)
    line.is('whole')
    await field.press('Enter')
    await expect(admin.getByText('Nothing was found')).toBeVisible()
    await line.end()
  })
})

type Listed = { title: string; from: string; link: string; menu?: string; reads: string; words: string }

/** What comes with its page: the link to it, a table that it reads, and what it says while there is nothing. */
const readOnServer: Listed[] = [
  { title: 'Approvals', from: '', link: 'Approvals', reads: 'openings', words: 'Nothing waits for you' },
  { title: 'Members', from: '', link: 'Members', reads: 'members', words: 'You are alone here.' },
  {
    title: 'Statistics',
    from: '',
    link: 'Statistics',
    reads: 'claims',
    words: 'Nobody has marked a claim yet.',
  },
  {
    ...{ title: 'Settings', from: '', link: 'Settings', reads: 'check_lists' },
    words: 'There are no points yet.',
  },
  { title: 'From readers', from: '', link: 'From readers', reads: 'reports', words: 'Nothing here.' },
  { title: 'Notices', from: '', link: 'Notices', reads: 'notice_settings', words: 'Nothing yet. Mentions' },
  { title: 'Deleted', from: '', link: 'Deleted', reads: 'article_removals', words: 'Nothing is deleted' },
  {
    ...{ title: 'Maren Holt', from: '/members', link: 'Maren Holt', reads: 'comments' },
    words: 'Edits, comments, submissions and decisions on this desk are listed here, by day.',
  },
  {
    ...{ title: 'Audit', from: '/settings', link: 'Audit of the desk', reads: 'audit_entries' },
    words: 'Every sign-in, change and refusal on this desk.',
  },
  {
    ...{ title: 'Your account', from: '', link: 'Your account', menu: 'Maren Holt', reads: 'passkeys' },
    words: 'You have none.',
  },
]

test.describe('lists that come with their page', () => {
  for (const { title, from, link, menu, reads, words } of readOnServer)
    test(`${title} is said to be underway, is read again when it could not be, and says that it is empty`, async () => {
      const tables = await aHandOnTables(server)
      // That a page is underway, and that it cannot be shown, looks the same everywhere.
      const isFirst = title === readOnServer[0]?.title
      const heading = admin.getByRole('heading', { name: title, level: 1, exact: true })
      const go = async () => {
        await admin.goto(`${home}${from}`)
        await admin.waitForLoadState('networkidle')
        if (!menu) return admin.getByRole('link', { name: link, exact: true })
        await admin.getByRole('button', { name: menu }).press('Enter')
        return admin.getByRole('menuitem', { name: link })
      }
      const slow = await go()
      await tables.hold(reads)
      await slow.press('Enter')
      const underway = admin.getByRole('status').getByText('The page is on its way …')
      await expect(underway).toBeVisible()
      if (isFirst) await inBothThemes(admin, expectNothingForAxe)
      await tables.letGo()
      await expect(heading).toBeVisible()
      await expect(underway).toHaveCount(0)
      await expect(admin.getByText(words)).toBeVisible()

      const broken = await go()
      await tables.takeAway(reads)
      await broken.press('Enter')
      await expect(admin.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible()
      if (isFirst) await inBothThemes(admin, expectNothingForAxe)
      await tables.bringBack(reads)
      await admin.getByRole('button', { name: 'Try again', exact: true }).press('Enter')
      await expect(heading).toBeVisible()
      await expect(admin.getByText(words)).toBeVisible()
      await inBothThemes(admin, expectNothingForAxe)
      await tables.end()
    })

  test('an audit narrowed to nothing says so, with the way back', async () => {
    await admin.goto(`${home}/audit?to=2000-01-01`)
    await expect(admin.getByText('No entry fits.')).toBeVisible()
    await expect(admin.getByRole('link', { name: 'Show everything' })).toBeVisible()
  })

  test('an unknown member is still not found, and not first a page that loads', async () => {
    const answer = await admin.goto(`${home}/members/019a0000-0000-7000-8000-000000000000`)
    expect(answer?.status()).toBe(404)
  })
})

const saysLoading = (page: Page, name: string) => page.getByText(`Loading: ${name}`, { exact: true })
const notRead = (page: Page, name: string) =>
  page.getByRole('alert').filter({ hasText: `“${name}” could not be read` })

/** Presses the button by keyboard; the focus does not go with it. */
async function tryAgain(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Try again: ${name}`, exact: true }).press('Enter')
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
}

/** The line between a page and its server, for what the page asks after it is there. */
async function aLine(page: Page) {
  const asked = '**/api/trpc/**'
  const waiting: Route[] = []
  let state: 'slow' | 'broken' | 'whole' = 'whole'
  const carry = (route: Route) => {
    if (state === 'slow') waiting.push(route)
    else if (state === 'broken') return route.abort()
    else return route.continue()
  }
  const begin = () => page.route(asked, carry)
  await begin()
  return {
    begin,
    /** Slow: nothing is answered. Broken: whatever waits and is asked fails. */
    is: (next: typeof state) => {
      state = next
      for (const route of waiting.splice(0)) void (next === 'whole' ? route.continue() : route.abort())
    },
    end: () => page.unroute(asked),
  }
}

/** The tables themselves, so that the server waits or fails in earnest. */
async function aHandOnTables({ databaseUrl }: Running) {
  const client = new Client({ connectionString: databaseUrl() })
  await client.connect()
  return {
    /** Whoever reads the table waits. */
    hold: (table: string) => client.query(`begin; lock table ${table} in access exclusive mode`),
    letGo: () => client.query('rollback'),
    /** Whoever reads the table fails. */
    takeAway: (table: string) => client.query(`alter table ${table} rename to ${table}_away`),
    bringBack: (table: string) => client.query(`alter table ${table}_away rename to ${table}`),
    end: () => client.end(),
  }
}
