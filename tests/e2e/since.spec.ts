import { expect, type Page } from '@playwright/test'
import pg from 'pg'
import { enterAs } from './demo'
import { press, tabTo } from './keyboard'
import { expectNothingForAxe, expectToFit, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

// What others write in the demo for their own stories would be new here, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

test('who comes back switches on what others did since, sees that marked and nothing else, and walks to it by keys', async ({
  browser,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  await openArticle(lena)
  const sheet = lena.getByRole('main')
  // Whoever looks for the first time has nothing to compare with.
  await expect(sheet.getByRole('button', { name: 'Since you last looked' })).toHaveCount(0)
  await goToClaim(lena, 7)
  await say(lena, 'Who has counted?')
  await talkAboutWords(lena, 'Said by whom?')
  await leave(lena)

  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await openArticle(ruth)
  await goToClaim(ruth, 2)
  await say(ruth, 'From the ministry?')
  await goToClaim(ruth, 4)
  await tabTo(ruth, ruth.getByRole('textbox', { name: 'Statement' }))
  await ruth.keyboard.press('End')
  await ruth.keyboard.type(' As far as is known')
  await ruth.keyboard.press('Escape')
  await goToClaim(ruth, 7)
  await tabTo(ruth, commentOf(ruth, 'Who has counted?').getByRole('link'))
  await ruth.keyboard.press('e')
  await ruth.keyboard.press('Enter')
  await expect(ruth.getByText('1 resolved thread')).toBeVisible()
  const talked = ruth.getByRole('region', { name: 'Talk about the text' })
  await press(ruth, talked.getByRole('link', { name: /1 comment/ }))
  await expect(commentOf(ruth, 'Said by whom?')).toBeVisible()
  await say(ruth, 'By the rapporteur.')
  await expect(ruth.getByText('All changes saved')).toBeVisible()

  await openArticle(lena)
  await expect(sheet.getByText('3 claims changed, 1 passage, 2 comments')).toBeVisible()
  const list = lena.getByRole('navigation', { name: 'Claims' })
  const inList = list.getByText('new', { exact: true })
  const inMargin = lena.getByRole('link', { name: /^Claim \d+,.*, new$/ })
  await expect(inList).toHaveCount(0)
  await lena.keyboard.press('l')
  await expect(sheet.getByRole('button', { name: 'Since you last looked' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(inList).toHaveCount(4)
  await expect(inMargin).toHaveCount(3)
  for (const number of [2, 4, 7])
    await expect(lena.getByRole('link', { name: new RegExp(`^Claim ${number},.*, new$`) })).toBeVisible()

  const detail = lena.getByRole('region', { name: 'Open claim' })
  const heading = detail.getByRole('heading', { level: 2 })
  const said = new Map<string, string>()
  for (let step = 0, last = ''; step < 4; step++) {
    await lena.keyboard.press('u')
    await expect(heading).not.toHaveText(last)
    last = await heading.innerText()
    await expect(detail.getByText(/new comment|thread was|edited the statement/).first()).toBeVisible()
    said.set(last, await detail.innerText())
  }
  const passage = 'About these words of the article'
  expect([...said.keys()].toSorted()).toEqual([passage, 'Claim 2', 'Claim 4', 'Claim 7'])
  expect(said.get('Claim 2')).toContain('1 new comment, marked below.')
  expect(said.get('Claim 4')).toContain('Ruth Adeyemi edited the statement')
  expect(said.get('Claim 7')).toContain('1 thread was resolved or opened again.')
  expect(said.get(passage)).toContain('1 new comment, marked below.')

  // Round the end of the text, and back by the same key with Shift.
  const last = await heading.innerText()
  await lena.keyboard.press('u')
  await expect(heading).not.toHaveText(last)
  await lena.keyboard.press('Shift+U')
  await expect(heading).toHaveText(last)

  // What is said meanwhile is marked at once.
  await goToClaim(ruth, 9)
  await say(ruth, 'And this?')
  await expect(inMargin).toHaveCount(4)

  await goToClaim(lena, 2)
  const comment = commentOf(lena, 'From the ministry?')
  await expect(comment.getByText('new', { exact: true })).toBeVisible()
  await inBothThemes(lena, expectNothingForAxe)
  await expectToFit(lena)
  await lena.keyboard.press('l')
  await expect(inList).toHaveCount(0)
  await expect(comment.getByText('new', { exact: true })).toHaveCount(0)

  // What somebody did themselves is no news to them.
  await leave(ruth)
  await openArticle(ruth)
  await expect(ruth.getByRole('main').getByText(/: nothing new$/)).toBeVisible()
})

async function openArticle(page: Page) {
  await press(page, page.getByRole('link', { name: /^Two thousand driven/ }).first())
  await expect(page.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
}

/** Opens a claim by walking to it. */
async function goToClaim(page: Page, number: number) {
  const heading = page.getByRole('region', { name: 'Open claim' }).getByRole('heading', { level: 2 })
  for (let presses = 0; presses < 40; presses++) {
    // None where no claim is open yet.
    const [name = ''] = await heading.allInnerTexts()
    const at = Number(/^Claim (\d+)$/.exec(name)?.[1] ?? 0)
    if (at === number) return
    await page.keyboard.press(at > number ? 'k' : 'j')
    await expect(heading).not.toHaveText(name)
  }
  throw new Error(`claim ${number} cannot be walked to`)
}

async function talkAboutWords(page: Page, words: string) {
  await tabTo(page, page.getByRole('article', { name: /^Article text/ }), 'Shift+Tab')
  await page.keyboard.press('ArrowDown')
  for (const _ of ['two', 'words']) await page.keyboard.press('Shift+Control+ArrowRight')
  await expect(page.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Comment, @ to mention' })).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(commentOf(page, words)).toBeVisible()
  await page.keyboard.press('Escape')
}

const commentOf = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })

async function say(page: Page, words: string) {
  await page.keyboard.press('c')
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(commentOf(page, words)).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Goes to the desk, and stays away long enough. */
async function leave(page: Page) {
  const kept = page.waitForResponse((answer) => answer.url().includes('visit.keep'))
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await kept
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  await endVisits(server.databaseUrl())
}

/** As if everybody had been away long enough: the next look is another visit, compared with where the last one ended. */
async function endVisits(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('update visits set before = at')
  await client.end()
}
