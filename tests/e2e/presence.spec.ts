import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { type Running, test } from './server'

test('one sees where a colleague reads and what they write, and follows them until one acts oneself', async ({
  browser,
  server,
}) => {
  const { one, other } = await two(browser, server, /^Two thousand driven/)
  await other.getByRole('textbox', { name: 'Short answer' }).press('End')
  await other.keyboard.type(' Counted twice.')
  await expect(one.getByText('Tomas is writing')).toBeVisible()
  await scrollTo(other, 6)
  const people = one.getByRole('button', { name: /^In the room/ })
  await people.click()
  const tomas = one.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Tomas' })
  await expect(tomas).toContainText('Reviewer')
  await expect(tomas).toContainText('Reading paragraph 6')
  await tomas.getByRole('button', { name: /^Follow/ }).click()
  await expect(one.getByText(/^You follow Tomas/).first()).toBeVisible()
  await expectAtTop(one, 6)
  await scrollTo(other, 3)
  await expectAtTop(one, 3)
  await one.mouse.move(300, 400)
  await one.mouse.wheel(0, 40)
  await expect(one.getByText(/^You no longer follow Tomas/)).toBeAttached()
  await expect(people).toContainText('Tomas Vey')
  await other.close()
  await expect(people).not.toContainText('Tomas Vey')
})

test('what others do moves neither what one reads nor what one writes in', async ({ browser, server }) => {
  const { one, other } = await two(browser, server, /^Two thousand driven/)
  await one.getByRole('link', { name: /^Claim 4,/ }).click()
  const field = one.getByRole('textbox', { name: 'Short answer' })
  await field.click()
  await scrollTo(one, 5)
  const steady = [paragraph(one, 6), field, claims(one).filter({ has: one.locator('[aria-current]') })]
  const before = await placesOf(steady)
  // The same claim grows above the field, and a claim comes to stand before it in text and list.
  await other.getByRole('link', { name: /^Claim 4,/ }).click()
  await expect(other.getByRole('heading', { name: 'Claim 4' })).toBeVisible()
  await other.getByRole('textbox', { name: 'Statement' }).fill('A statement that grows. '.repeat(30))
  const count = await claims(one).count()
  await other.evaluate(() => document.getElementById('article')?.scrollTo(0, 0))
  await paragraph(other, 1).getByRole('paragraph').click({ clickCount: 3 })
  await expect(other.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await other.keyboard.press('m')
  await expect(claims(one)).toHaveCount(count + 1)
  await expect(one.getByRole('textbox', { name: 'Statement' })).toHaveValue(/grows/)
  await expect.poll(async () => farthest(before, await placesOf(steady))).toBeLessThanOrEqual(1)
  await expect(field).toBeFocused()
})

test('two who write the first letter of one field at once keep both', async ({ browser, server }) => {
  const { one, other } = await two(browser, server, /^Two thousand driven/)
  const fields = [one, other].map((page) => page.getByRole('textbox', { name: 'What we do not know' }))
  for (const field of fields) await field.fill('')
  for (const field of fields) await expect(field).toHaveValue('')
  await Promise.all(fields.map((field, index) => field.pressSequentially(index ? 'Z' : 'Q')))
  for (const field of fields) await expect(field).toHaveValue(/^(QZ|ZQ)$/)
})

test('a passage that two mark at once is marked for both', async ({ browser, server }) => {
  const { one, other } = await two(browser, server, /^Two thousand driven/)
  const before = await claims(one).count()
  for (const page of [one, other]) await paragraph(page, 2).getByRole('paragraph').click({ clickCount: 3 })
  await Promise.all([one, other].map((page) => page.keyboard.press('m')))
  for (const page of [one, other]) await expect(claims(page)).toHaveCount(before + 2)
})

test('words typed into a claim that a colleague deletes are there when it comes back', async ({
  browser,
  server,
}) => {
  const { one, other } = await two(browser, server, /^Two thousand driven/, /All six sirens were tested/)
  const field = one.getByRole('textbox', { name: 'Short answer' })
  await field.click()
  await field.press('End')
  await one.keyboard.type(' Typed while')
  await other.getByRole('button', { name: 'More actions' }).click()
  await other.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(one.getByRole('heading', { name: /deleted/ })).toBeVisible()
  await other.getByRole('button', { name: /^Undo/ }).click()
  await expect(field).toHaveValue(/ Typed while$/)
})

test('whose role is lowered while they write reads on, keeps the words and can copy them', async ({
  browser,
  server,
}) => {
  const { one, other } = await two(browser, server, /^Rights group counts/)
  const admin = await enterAs(browser, server.origin, 'Ruth', { at: '/desk/demo/members' })
  const field = other.getByRole('textbox', { name: 'Short answer' })
  await field.click()
  await field.press('End')
  await other.keyboard.type(' Kept words.')
  const keys = typeOn(other)
  await admin.getByLabel('Role of Tomas', { exact: false }).selectOption({ label: 'Observer' })
  // That it takes less than two seconds is promised where rooms are tested; here two browsers share a small machine.
  await expect(field).toBeHidden()
  keys.stop()
  const typed = await keys.typed
  await expect(
    other.getByText('Reading along').or(other.getByText('You may only read here now')).first(),
  ).toBeVisible()
  await expect(other.getByText(`Kept words.${typed}`).first()).toBeVisible()
  await expect(one.getByRole('textbox', { name: 'Short answer' })).toBeVisible()
})

/** Types on, letter by letter, until told to stop; gives what went into the field. */
function typeOn(page: Page) {
  let isOver = false
  const typing = async () => {
    let typed = ''
    for (let letter = 0; !isOver && letter < 500; letter++) {
      const isField = await page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)
      if (!isField) break
      await page.keyboard.type('x')
      typed += 'x'
    }
    return typed.slice(0, -1)
  }
  return {
    typed: typing(),
    stop: () => {
      isOver = true
    },
  }
}

/** Maren and Tomas with a claim of an article open, the second one where no other is named. */
async function two(
  browser: Browser,
  server: Running,
  article: RegExp,
  claim = /^Claim 2,/,
): Promise<{ one: Page; other: Page }> {
  const one = await enterAs(browser, server.origin, 'Maren')
  const other = await enterAs(browser, server.origin, 'Tomas')
  // Low enough for the text to scroll.
  for (const page of [one, other]) await page.setViewportSize({ width: 1440, height: 480 })
  await one.getByRole('link', { name: article }).first().click()
  await one.getByRole('link', { name: claim }).first().click()
  await one.waitForURL(/claim=/)
  await other.goto(one.url())
  for (const page of [one, other]) await expect(page.getByText('All changes saved')).toBeVisible()
  await expect(one.getByRole('button', { name: /^In the room/ })).toContainText('Tomas Vey')
  return { one, other }
}

function claims(page: Page) {
  return page
    .getByRole('navigation', { name: 'Claims' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') })
}

/** A paragraph of the article with its number and its margin. */
function paragraph(page: Page, number: number): Locator {
  return page.locator(`#p${number}`)
}

/** Scrolls until the paragraph begins just above the top: those above it get their true height only on the way. */
async function scrollTo(page: Page, number: number) {
  // As people do: what glides to an opened claim lets go of whoever scrolls.
  await page.getByRole('article', { name: /^Article text/ }).hover()
  await page.mouse.wheel(0, 1)
  const step = () =>
    page.evaluate((place) => {
      const [pane, block] = [document.getElementById('article'), document.getElementById(`p${place}`)]
      if (!pane || !block) return Number.NaN
      const distance = block.getBoundingClientRect().top - pane.getBoundingClientRect().top + 20
      pane.scrollTop += distance
      return Math.abs(distance)
    }, number)
  await expect.poll(step).toBeLessThan(2)
}

async function expectAtTop(page: Page, number: number) {
  const distance = () =>
    page.evaluate((place) => {
      const [pane, block] = [document.getElementById('article'), document.getElementById(`p${place}`)]
      return Math.abs((block?.getBoundingClientRect().top ?? 0) - (pane?.getBoundingClientRect().top ?? 0))
    }, number)
  await expect.poll(distance).toBeLessThan(60)
}

async function placesOf(things: Locator[]): Promise<number[]> {
  return Promise.all(things.map(async (thing) => (await thing.boundingBox())?.y ?? Number.NaN))
}

const farthest = (one: number[], other: number[]) =>
  Math.max(...one.map((place, index) => Math.abs(place - (other[index] ?? 0))))
