import { expect } from '@playwright/test'
import { enterArticle, enterAs, openClaim } from './demo'
import { type Running, startServer, story as test } from './server'

// What is returned here would be missing in other files, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(() => server?.remove())

test('the reason of an own verdict stays with its claim until it is signed', async ({ browser }) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(lena, 2)
  const open = lena.getByRole('button', { name: 'Sign your own verdict' })
  const reason = lena.getByLabel('Why', { exact: true })
  await open.click()
  await expect(lena.getByLabel('Your verdict').getByRole('option')).toHaveText([
    'Choose a verdict.',
    'True',
    'Mostly true',
    'Misleading / missing context',
    'False',
    'Unproven',
  ])
  await reason.fill('The register says 2,140.')
  await reason.press('Escape')
  await expect(reason).toHaveCount(0)
  await openClaim(lena, 3)
  await open.click()
  await expect(reason).toHaveValue('')
  await openClaim(lena, 2)
  await open.click()
  await expect(reason).toHaveValue('The register says 2,140.')
  await lena.getByLabel('Your verdict').selectOption('Mostly true')
  await lena.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(lena.locator('.own-verdicts li')).toContainText('The register says 2,140.')
  await lena.getByRole('button', { name: 'Sign yours anew' }).click()
  await expect(reason).toHaveValue('')
})

test('a note to the authors stays over leaving and a reload, until it is sent', async ({ browser }) => {
  const jonas = await enterAs(browser, server.origin, 'Jonas', { at: '/desk/demo/approvals' })
  const note = jonas.getByLabel('Note to the authors')
  await note.fill('Which of the two counts is meant?')
  const address = jonas.url()
  await jonas.getByRole('heading', { name: 'Your decision' }).click()
  await jonas.keyboard.press('o')
  await jonas.waitForURL(/\/articles\/.*claim=/)
  await jonas.goto(address)
  await expect(note).toHaveValue('Which of the two counts is meant?')
  await jonas.reload()
  await expect(note).toHaveValue('Which of the two counts is meant?')
  await note.press('Control+Enter')
  await expect(jonas.getByText('Returned to its authors.')).toBeVisible()
})

test('what was typed in a box stays when it is closed, and when its claim is deleted meanwhile', async ({
  browser,
}) => {
  const ruth = await enterArticle(browser, server.origin, 'Ruth')
  const idris = await enterArticle(browser, server.origin, 'Idris')
  for (const page of [ruth, idris]) await openClaim(page, 4)
  await ruth.keyboard.press('a')
  const note = ruth.getByLabel('Note to whoever has it next')
  await note.fill('The ministry answers until noon.')
  await ruth.keyboard.press('Escape')
  await expect(ruth.getByRole('dialog')).toHaveCount(0)
  await ruth.keyboard.press('a')
  await expect(note).toHaveValue('The ministry answers until noon.')
  await idris.locator('#detail').getByRole('button', { name: 'More actions' }).click()
  await idris.getByRole('menuitem', { name: 'Delete claim' }).click()
  await expect(ruth.getByRole('heading', { name: /This claim was deleted/ })).toBeVisible()
  await expect(ruth.getByRole('region', { name: 'What you typed about it and have not sent' })).toContainText(
    'The ministry answers until noon.',
  )
  await ruth.getByRole('button', { name: 'Restore', exact: true }).click()
  await ruth.keyboard.press('a')
  await expect(note).toHaveValue('The ministry answers until noon.')
})
