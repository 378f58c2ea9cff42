import { expect, type Page } from '@playwright/test'
import { enterArticle, enterAs, openClaim } from './demo'
import { test } from './server'

test('a claim is talked about by two people, each seeing the other at once, by keyboard alone', async ({
  browser,
  server,
}) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  const ruth = await enterArticle(browser, server.origin, 'Ruth')
  for (const page of [lena, ruth]) await openClaim(page, 2)

  await lena.keyboard.press('c')
  await lena.keyboard.type('Where does the number come from, @rut')
  await expect(lena.getByRole('option', { name: /^Ruth/ })).toBeVisible()
  await lena.keyboard.press('Enter')
  await lena.keyboard.type('please?')
  await lena.keyboard.press('Control+Enter')
  const asked = ruth.getByRole('listitem').filter({ hasText: 'Where does the number come from' })
  await expect(asked).toBeVisible()
  await expect(asked.locator('.mention')).toHaveText(/^@Ruth/)

  // The focus is brought into the thread, then Google Docs' own keys hold.
  await asked.getByRole('link').focus()
  await ruth.keyboard.press('r')
  await ruth.keyboard.type('From the ministry.')
  await ruth.keyboard.press('Control+Enter')
  await expect(lena.getByText('From the ministry.')).toBeVisible()
  await expect(lena.getByRole('link', { name: /^Claim 2|2 comments/ }).first()).toBeVisible()

  await asked.getByRole('link').focus()
  await ruth.keyboard.press('j')
  await ruth.keyboard.press('e')
  await ruth.getByRole('button', { name: 'The answer is no' }).press('Enter')
  await expect(ruth.getByText('Say why the answer is no: whoever asked reads it here.')).toBeVisible()
  await ruth.keyboard.type('The ministry is enough.')
  await ruth.keyboard.press('Enter')
  const done = lena.getByText('1 resolved thread')
  await expect(done).toBeVisible()
  await done.click()
  await expect(lena.getByText('Answered no by Ruth')).toContainText('The ministry is enough.')
  await lena.getByRole('button', { name: 'Open again' }).click()
  await expect(ruth.getByRole('button', { name: 'Resolve' })).toBeVisible()
})

test('Ctrl+Alt+M begins a comment from anywhere, and J and K walk from comment to comment', async ({
  browser,
  server,
}) => {
  const page = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(page, 5)
  for (const words of ['The first question.', 'The second question.']) {
    await page.getByRole('textbox', { name: 'Statement' }).focus()
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type(words)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible()
  }
  const linkIn = (words: string) => page.getByRole('listitem').filter({ hasText: words }).getByRole('link')
  await linkIn('The first question.').focus()
  await page.keyboard.press('j')
  await expect(linkIn('The second question.')).toBeFocused()
  await page.keyboard.press('k')
  await expect(linkIn('The first question.')).toBeFocused()
})

test('a comment is changed with its words before kept, and its link leads to it', async ({
  browser,
  server,
}) => {
  const page = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(page, 3)
  await say(page, 'Wher?')
  const comment = page.getByRole('listitem').filter({ hasText: 'Wher' })
  await comment.getByRole('button', { name: 'Edit' }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Where is the report?')
  await page.keyboard.press('Control+Enter')
  const changed = page.getByRole('listitem').filter({ hasText: 'Where is the report?' })
  await changed.getByRole('button', { name: 'edited' }).click()
  await expect(changed.getByText('Wher?')).toBeVisible()

  const address = await changed.getByRole('link').first().getAttribute('href')
  await page.goto(new URL(address ?? '', page.url()).href)
  await expect(page.locator('.comment.is-target')).toContainText('Where is the report?')
  await expect(page.locator('.comment.is-target [data-comment]')).toBeFocused()
})

test('a comment that was changed in another window stands beside the one that is typed, which stays', async ({
  browser,
  server,
}) => {
  const page = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(page, 7)
  await say(page, 'Who counted?')
  const other = await page.context().newPage()
  await other.goto(page.url())
  for (const window of [page, other]) {
    await window
      .getByRole('listitem')
      .filter({ hasText: 'Who counted?' })
      .getByRole('button', { name: 'Edit', exact: true })
      .press('Enter')
    await expect(window.getByRole('textbox', { name: 'Change the comment' })).toBeFocused()
  }
  await other.keyboard.press('Control+A')
  await other.keyboard.type('Who counted them, and when?')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Who has counted?')
  await other.keyboard.press('Control+Enter')
  await expect(other.getByRole('textbox', { name: 'Change the comment' })).toHaveCount(0)

  const field = page.getByRole('textbox', { name: 'Change the comment' })
  await page.keyboard.press('Control+Enter')
  const newer = page.getByRole('region', { name: 'You changed this in another window' })
  await expect(newer).toContainText('Who counted them, and when?')
  await expect(field).toHaveValue('Who has counted?')
  await expect(field).toBeFocused()
  // What was typed is no newer than what it was typed over, also after a reload.
  await page.reload()
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter')
  await expect(newer).toContainText('Who counted them, and when?')
  await expect(field).toHaveValue('Who has counted?')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await expect(other.getByText('Who has counted?')).toBeVisible()

  await other.getByRole('button', { name: 'Edit', exact: true }).press('Enter')
  await other.keyboard.press('Control+End')
  await other.keyboard.type(' Really?')
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Today?')
  await page.keyboard.press('Control+Enter')
  await other.getByRole('button', { name: 'Take the newer' }).press('Enter')
  await expect(other.getByRole('listitem').filter({ hasText: 'Who has counted? Today?' })).toBeVisible()
  await expect(other.locator('body')).not.toBeFocused()
})

test('words that are not said yet stay, also when the newsroom cannot be reached', async ({
  browser,
  server,
}) => {
  const page = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(page, 4)
  const field = page.getByRole('textbox', { name: 'Comment, @ to mention' })
  await field.fill('Half a thought')
  await page.getByRole('link', { name: /^Claim 5,/ }).click()
  await expect(field).toHaveValue('')
  await page.getByRole('link', { name: /^Claim 4,/ }).click()
  await expect(field).toHaveValue('Half a thought')

  await page.route(/\/api\/trpc\/thread/, (route) => route.abort())
  await field.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'does not answer' })).toBeVisible()
  await expect(field).toHaveValue('Half a thought')
  await page.unrouteAll()
  await field.press('Control+Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Half a thought' })).toHaveCount(1)
  await expect(field).toHaveCount(0)
})

test('a thread stays in its place while it is being answered, whatever a colleague does with it', async ({
  browser,
  server,
}) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  const ruth = await enterArticle(browser, server.origin, 'Ruth')
  for (const page of [lena, ruth]) await openClaim(page, 6)
  await say(lena, 'Which year is meant?')
  const asked = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Which year' })
  await asked(ruth).getByRole('link').focus()
  await ruth.keyboard.press('r')
  await ruth.keyboard.type('The year bef')

  await lena.getByRole('button', { name: 'Resolve' }).click()
  await lena.keyboard.press('Enter')
  // The focus has moved on: what was resolved is no longer there.
  await expect(lena.getByText('1 resolved thread')).toBeVisible()
  await expect(lena.locator('body')).not.toBeFocused()
  await expect(ruth.getByText('This thread was resolved meanwhile')).toBeVisible()
  await ruth.keyboard.type('ore')
  const answer = ruth.getByRole('textbox', { name: 'Reply, @ to mention' })
  await expect(answer).toHaveValue('The year before')
  await ruth.keyboard.press('Control+Enter')
  await expect(lena.getByRole('listitem').filter({ hasText: 'The year before' })).toBeVisible()
  await expect(ruth.getByText('This thread was resolved meanwhile')).toHaveCount(0)
  await expect(ruth.getByText('1 resolved thread')).toBeVisible()
})

test('a deleted thread comes back at one press, from the toast and from the list', async ({
  browser,
  server,
}) => {
  const page = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(page, 1)
  await say(page, 'Nobody needs this')
  const said = page.getByRole('listitem').filter({ hasText: 'Nobody needs this' })
  await page.getByRole('button', { name: 'Delete thread' }).last().click()
  await expect(said).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: 'Delete thread' }).last().click()
  await expect(said).toHaveCount(0)
  await page.goto(`${server.origin}/desk/demo/deleted`)
  await page.getByRole('button', { name: /^Bring back ?: Nobody needs this/ }).click()
  await expect(page.getByText('“Nobody needs this” is back with all its parts.')).toBeVisible()
})

test('who is mentioned finds it on the desk, and the link leads to it', async ({ browser, server }) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(lena, 3)
  await lena.keyboard.press('c')
  await lena.keyboard.type('Is there a second source, @Jonas Pryce?')
  await lena.keyboard.press('Control+Enter')
  await expect(lena.getByRole('listitem').filter({ hasText: 'a second source' })).toBeVisible()
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  const asked = jonas.locator('.queue').filter({ hasText: 'Asked of you' })
  await asked.getByRole('link', { name: /a second source/ }).click()
  await expect(jonas.locator('.comment.is-target')).toContainText('Is there a second source')
  await expect(jonas.locator('.comment.is-target [data-comment]')).toBeFocused()
})

test('a mention is one, though the names were still on their way when it was sent', async ({
  browser,
  server,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  await lena.route(/member\.list/, async (route) => {
    await told
    await route.continue()
  })
  await openClaim(lena, 9)
  await lena.keyboard.press('c')
  await lena.keyboard.type('Who counted this, @Jonas Pryce?')
  await lena.keyboard.press('Control+Enter')
  await expect(lena.getByRole('textbox', { name: 'Comment, @ to mention' })).not.toBeEditable()
  tell()
  await expect(lena.locator('.mention').filter({ hasText: '@Jonas Pryce' })).toBeVisible()
})

test('another wording is suggested and taken by somebody else, both by key', async ({ browser, server }) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  const ruth = await enterArticle(browser, server.origin, 'Ruth')
  for (const page of [lena, ruth]) await openClaim(page, 5)
  const statement = ruth.getByRole('textbox', { name: 'Statement' })
  const before = await statement.inputValue()

  await lena.keyboard.press('w')
  const wording = lena.getByRole('textbox', { name: 'It should read' })
  await expect(wording).toHaveValue(before)
  await wording.press('Control+End')
  await lena.keyboard.type(', the operator says')
  await lena.keyboard.press('Control+Enter')
  await expect(lena.getByRole('button', { name: 'Take back' })).toBeVisible()

  const card = ruth.getByRole('article', { name: /^Wording suggested by Lena/ })
  await expect(card.locator('ins')).toContainText(', the operator says')
  await card.getByRole('button', { name: 'Take it' }).focus()
  await ruth.keyboard.press('y')
  await expect(statement).toHaveValue(`${before}, the operator says`)
  await expect(card).toHaveCount(0)
  await expect(lena.getByRole('textbox', { name: 'Statement' })).toHaveValue(`${before}, the operator says`)
  await expect(lena.getByRole('button', { name: 'Take back' })).toHaveCount(0)

  await lena.keyboard.press('Escape')
  await lena.keyboard.press('w')
  await wording.press('Control+End')
  await lena.keyboard.type(', and nobody else')
  await lena.keyboard.press('Control+Enter')
  await expect(card.locator('ins')).toContainText(', and nobody else')
  await card.getByRole('button', { name: 'Take it' }).focus()
  await ruth.keyboard.press('n')
  await expect(card).toHaveCount(0)
  await expect(statement).toHaveValue(`${before}, the operator says`)
  await expect(lena.getByRole('button', { name: 'Take back' })).toHaveCount(0)
})

test('a wording whose taker’s browser died before it was in the text says so, and is written later', async ({
  browser,
  server,
}) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  const ruth = await enterArticle(browser, server.origin, 'Ruth')
  for (const page of [lena, ruth]) await openClaim(page, 6)
  const before = await ruth.getByRole('textbox', { name: 'Statement' }).inputValue()
  await lena.keyboard.press('w')
  await lena.getByRole('textbox', { name: 'It should read' }).press('Control+End')
  await lena.keyboard.type(', the mayor says')
  await lena.keyboard.press('Control+Enter')

  // The server signs, and the answer does not come back.
  const address = ruth.url()
  const signed = new Promise<void>((resolve) => {
    void ruth.route('**/api/trpc/suggestion.decide*', async (route) => {
      await route.fetch()
      resolve()
    })
  })
  await ruth
    .getByRole('article', { name: /^Wording suggested by Lena/ })
    .getByRole('button')
    .first()
    .press('y')
  await signed
  const device = ruth.context()
  await ruth.close()
  const card = lena.getByRole('article', { name: /^Wording suggested by Lena/ })
  await expect(card).toContainText('Ruth Adeyemi took it')
  await expect(card).toContainText('and its words are not in the text yet.')

  const again = await device.newPage()
  await again.goto(address)
  await again.getByRole('button', { name: 'Write it into the text' }).press('Enter')
  for (const page of [lena, again]) {
    await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(`${before}, the mayor says`)
    await expect(page.getByRole('article', { name: /^Wording suggested by Lena/ })).toHaveCount(0)
  }
})

test('another rationale is suggested in an editor of one’s own, and taken into the room', async ({
  browser,
  server,
}) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  const ruth = await enterArticle(browser, server.origin, 'Ruth')
  for (const page of [lena, ruth]) await openClaim(page, 3)
  await lena.keyboard.press('w')
  await lena.getByLabel('Text', { exact: true }).selectOption('Rationale')
  await expect(lena.getByRole('textbox', { name: 'It should read' })).toBeFocused()
  await lena.keyboard.press('Control+End')
  await lena.keyboard.type(' Nobody has asked the harbour.')
  await lena.keyboard.press('Control+Enter')
  await expect(lena.getByRole('button', { name: 'Take back' })).toBeVisible()
  await expect(lena.locator('[data-writes="rationale"]')).not.toContainText('asked the harbour')

  const card = ruth.getByRole('article', { name: /^Wording suggested by Lena/ })
  await expect(card.locator('ins')).toContainText('Nobody has asked the harbour.')
  await card.getByRole('button', { name: 'Take it' }).focus()
  await ruth.keyboard.press('y')
  await expect(card).toHaveCount(0)
  for (const page of [lena, ruth])
    await expect(page.locator('[data-writes="rationale"]')).toContainText('Nobody has asked the harbour.')
})

test('a passage of the article is talked about, by keyboard, and found in the list by a colleague', async ({
  browser,
  server,
}) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  const ruth = await enterArticle(browser, server.origin, 'Ruth')
  for (const page of [lena, ruth]) await openClaim(page, 1)
  await lena.getByRole('article', { name: /^Article text/ }).focus()
  await lena.keyboard.press('ArrowDown')
  await lena.keyboard.press('Shift+Control+ArrowRight')
  await lena.keyboard.press('Shift+Control+ArrowRight')
  await expect(lena.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await lena.keyboard.press('c')
  await expect(lena.getByRole('textbox', { name: 'Comment, @ to mention' })).toBeFocused()
  await lena.keyboard.type('Said by whom?')
  await lena.keyboard.press('Control+Enter')
  await expect(lena.getByRole('listitem').filter({ hasText: 'Said by whom?' })).toBeVisible()

  const list = ruth.getByRole('region', { name: 'Talk about the text' })
  await list.getByRole('link', { name: /1 comment/ }).click()
  await expect(ruth.getByRole('listitem').filter({ hasText: 'Said by whom?' })).toBeVisible()
  await ruth.reload()
  const said = ruth.getByRole('listitem').filter({ hasText: 'Said by whom?' })
  await expect(said).toBeVisible()
  await ruth.getByRole('button', { name: 'Resolve' }).click()
  await ruth.keyboard.press('Enter')
  await expect(lena.getByRole('button', { name: 'Open again' })).toBeVisible()
})

async function say(page: Page, words: string) {
  await page.keyboard.press('c')
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible()
}
