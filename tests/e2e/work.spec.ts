import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { untilHeard } from './keyboard'
import { test } from './server'

test('a claim is assigned by keyboard, seen at once, found on the desk as overdue and handed over with a note', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  const lena = await enterAs(browser, server.origin, 'Lena')
  for (const page of [ruth, lena]) await openClaim(page, /No deaths had been confirmed/)

  await pressAssign(ruth)
  await choose(ruth, 'Lena')
  await ruth.getByLabel('Due', { exact: true }).fill('2026-03-06')
  await ruth.getByLabel('Priority').selectOption('high')
  await ruth.getByRole('button', { name: 'Assign', exact: true }).last().press('Enter')
  await expect(ruth.getByText('Lena Sørby has this claim')).toBeVisible()
  const line = lena.locator('#detail').getByRole('region', { name: 'Work' })
  await expect(line).toContainText('You have this claim')
  await expect(line).toContainText('overdue since 6 March')
  await expect(lena.getByRole('link', { name: /overdue/ }).first()).toBeVisible()
  await lena.getByRole('button', { name: /^Overdue/ }).press('Enter')
  await expect(lena).toHaveURL(/work=overdue/)

  const desk = await lena.context().newPage()
  await desk.goto(`${server.origin}/desk/demo`)
  const mine = desk.locator('.queue').filter({ hasText: 'Assigned to me' })
  await expect(mine.getByRole('listitem')).toContainText(['overdue since 6 March'])

  await line.getByRole('button', { name: 'Hand over' }).press('Enter')
  await choose(lena, 'Idris')
  await lena.getByLabel('Note to whoever has it next').fill('The ministry answers until noon.')
  await lena.getByRole('button', { name: 'Assign', exact: true }).last().press('Enter')
  await expect(line).toContainText('Idris Okoye has this claim')
  await expect(ruth.locator('#detail')).toContainText('The ministry answers until noon.')
})

test('who assigns what a colleague just assigned sees both, keeps the choice and may save it over theirs', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  for (const page of [ruth, jonas]) {
    await openClaim(page, /All six sirens/)
    await pressAssign(page)
  }
  const note = (page: Page) => page.getByLabel('Note to whoever has it next')
  await choose(jonas, 'Idris')
  await jonas.getByLabel('Priority').selectOption('urgent')
  await note(jonas).fill('The ministry answers until noon.')
  await choose(ruth, 'Lena')
  await note(ruth).fill('Call the harbour.')
  await send(jonas)
  await expect(jonas.getByText('Idris Okoye has this claim')).toBeVisible()

  await send(ruth)
  const newer = ruth.getByRole('region', { name: 'Jonas Pryce assigned this while the form was open' })
  for (const words of ['Idris Okoye', 'Urgent', 'The ministry answers until noon.'])
    await expect(newer).toContainText(words)
  await expect(note(ruth)).toHaveValue('Call the harbour.')
  await expect(
    ruth.getByRole('combobox', { name: 'To', exact: true }).getByRole('option', { selected: true }),
  ).toHaveText(/^Lena/)
  const over = ruth.getByRole('button', { name: 'Save mine over it' })
  await expect(over).toBeFocused()
  await over.press('Enter')
  // Others may be told before the answer is here that closes the form.
  await expect(ruth.getByRole('dialog')).toHaveCount(0)
  await expect(jonas.getByText('Lena Sørby has this claim')).toBeVisible()
  await expect(jonas.locator('#detail')).toContainText('Call the harbour.')

  for (const page of [ruth, jonas]) await pressAssign(page)
  await choose(ruth, 'Idris')
  await choose(jonas, 'Maren')
  await send(ruth)
  await jonas.getByRole('button', { name: 'Leave it as it is now' }).press('Enter')
  await expect(jonas.getByRole('dialog')).toHaveCount(0)
  await expect(jonas.getByText('Idris Okoye has this claim')).toBeVisible()
  await expect(jonas.locator('body')).not.toBeFocused()
})

test('several claims are assigned and filed at once', async ({ browser, server }) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await openClaim(ruth, /No deaths had been confirmed/)
  const list = ruth.getByRole('navigation', { name: 'Claims' })
  for (const name of [/571 residents/, /All six sirens/]) {
    await list.getByRole('link', { name }).focus()
    await ruth.keyboard.press('x')
  }
  const bar = list.getByRole('group', { name: 'Selected claims' })
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('textbox').fill('relief')
  await bar.getByRole('textbox').press('Enter')
  await expect(ruth.getByText('2 claims are under “relief” now.')).toBeVisible()
  await bar.getByRole('button', { name: 'Assign' }).press('Enter')
  const note = ruth.getByRole('dialog').getByLabel('Note to whoever has it next')
  await note.fill('Ask the ministry.')
  await ruth.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Assign' }).press('Enter')
  await expect(note).toHaveValue('Ask the ministry.')
  await choose(ruth, 'Maren')
  await ruth.getByRole('button', { name: 'Assign', exact: true }).last().press('Enter')
  await expect(ruth.getByText('2 claims are assigned.')).toBeVisible()
  await expect(list.getByText('Assigned to Maren Holt')).toHaveCount(2)
})

test('several claims keep what was not chosen, and one that changed hands meanwhile is named before it changes again', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await openClaim(ruth, /571 residents/)
  await pressAssign(ruth)
  await choose(ruth, 'Lena')
  await ruth.getByLabel('Due', { exact: true }).fill('2026-03-06')
  await ruth.getByLabel('Priority').selectOption('urgent')
  await send(ruth)
  await expect(ruth.getByText('Lena Sørby has this claim')).toBeVisible()

  const list = ruth.getByRole('navigation', { name: 'Claims' })
  for (const name of [/571 residents/, /All six sirens/]) {
    await list.getByRole('link', { name }).focus()
    await ruth.keyboard.press('x')
  }
  await list.getByRole('button', { name: 'Assign', exact: true }).press('Enter')
  const form = ruth.getByRole('dialog', { name: /^Assign (2 claims|one claim|1 claim)$/ })
  for (const field of ['When it is due', 'Priority'])
    await expect(
      form.getByRole('combobox', { name: field }).getByRole('option', { selected: true }),
    ).toHaveText('Leave as it is')

  await openClaim(jonas, /All six sirens/)
  await pressAssign(jonas)
  await choose(jonas, 'Idris')
  await jonas.getByLabel('Note to whoever has it next').fill('The ministry answers until noon.')
  await send(jonas)
  await expect(jonas.getByText('Idris Okoye has this claim')).toBeVisible()

  await choose(ruth, 'Maren')
  await form.getByRole('button', { name: 'Assign', exact: true }).press('Enter')
  const left = form.getByRole('alert')
  await expect(left.getByRole('listitem')).toHaveCount(1)
  for (const words of [
    'Meanwhile Jonas Pryce assigned this to Idris Okoye',
    'The ministry answers until noon.',
  ])
    await expect(left).toContainText(words)
  await expect(jonas.getByText('Idris Okoye has this claim')).toBeVisible()
  const line = ruth.locator('#detail')
  await expect(line).toContainText('Maren Holt has this claim')
  await expect(line).toContainText('overdue since 6 March')
  await expect(line).toContainText('Urgent')

  await form.getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await expect(form).toHaveCount(0)
  await expect(jonas.getByText('Maren Holt has this claim')).toBeVisible()
})

const send = (page: Page) => page.getByRole('button', { name: 'Assign', exact: true }).last().press('Enter')

/** The key does what the buttons of the claim's line of work do, from when they are there. */
async function pressAssign(page: Page): Promise<void> {
  await untilHeard(page.locator('#detail .acts button').first())
  await page.keyboard.press('a')
}

/** Chooses somebody in the open form by name, whatever their role. */
async function choose(page: Page, name: string) {
  const field = page.getByRole('combobox', { name: 'To', exact: true })
  const option = field.getByRole('option', { name: new RegExp(`^${name}`) })
  await expect(option).toHaveCount(1)
  await field.selectOption(await option.getAttribute('value'))
}

/** Opens a claim of the demo by its words: other stories mark claims, and numbers move with them. */
async function openClaim(page: Page, words: RegExp) {
  await page
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  // While the room comes in, the list still grows.
  await expect(page.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
  await page.getByRole('link', { name: words }).first().click()
  await page.waitForURL(/claim=/)
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(words)
}
