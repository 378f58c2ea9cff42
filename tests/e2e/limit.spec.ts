import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, inBothThemes } from './looks'
import { startServer, story as test } from './server'

test('an article that is limited is gone from whoever is not named, in lists, search and by its address', async ({
  browser,
}) => {
  const server = await startServer({ withDemo: true })
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  const lena = await enterAs(browser, server.origin, 'Lena')
  const article = /^Two thousand driven/
  await lena.getByRole('link', { name: article }).click()
  await expect(lena.getByRole('link', { name: /^Claim 1,/ })).toBeVisible()
  const address = lena.url()

  await ruth.getByRole('button', { name: /^More actions for Two thousand driven/ }).press('Enter')
  await ruth.getByRole('menuitem', { name: 'Who may see it' }).press('Enter')
  const asked = ruth.getByRole('dialog', { name: /^Who may see/ })
  await asked.getByLabel('Only these members').check()
  await expect(asked.getByLabel('Ruth Adeyemi')).toBeChecked()
  await asked.getByLabel('Jonas Pryce').check()
  await inBothThemes(ruth, expectNothingForAxe)
  await asked.getByRole('button', { name: 'Save' }).click()
  await expect(ruth.getByText(/is now for 2 members/)).toBeVisible()

  // Whoever was inside and is not named is told so, and finds nothing there afterwards.
  await expect(lena.getByText('You may not enter this room any more')).toBeVisible()
  await lena.goto(address)
  await expect(lena.getByText('Nothing is at this address')).toBeVisible()
  await lena.goto(`${server.origin}/desk/demo`)
  await expect(lena.getByRole('heading', { name: /^Articles/ })).toBeVisible()
  await lena.waitForLoadState('networkidle')
  await expect(lena.getByRole('link', { name: article })).toHaveCount(0)
  await lena.goto(`${server.origin}/desk/demo/search?q=Karsell`)
  await lena.waitForLoadState('networkidle')
  await expect(lena.getByRole('link', { name: article })).toHaveCount(0)
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await expect(jonas.getByRole('link', { name: article })).toBeVisible()

  await ruth.getByRole('button', { name: /^More actions for Two thousand driven/ }).press('Enter')
  await ruth.getByRole('menuitem', { name: 'Who may see it' }).press('Enter')
  await asked.getByLabel('Everybody on the desk').check()
  await asked.getByRole('button', { name: 'Save' }).click()
  await expect(ruth.getByText(/is now for everybody/)).toBeVisible()
  await lena.goto(address)
  await expect(lena.getByRole('link', { name: /^Claim 1,/ })).toBeVisible()
  await server.remove()
})
