import { expect } from '@playwright/test'
import { expectNothingForAxe, inBothThemes } from './looks'
import { foundDesk, joinDesk, somebody } from './people'
import { startServer, story as test } from './server'

test('an admin founds a second desk, invites there, and goes from desk to desk', async ({ browser }) => {
  const server = await startServer()
  const [ruth, maren] = [await somebody(browser), await somebody(browser)]
  const [founder, second] = [
    { name: 'Ruth Abel', email: 'ruth@meridian.example' },
    { name: 'Maren Ostrow', email: 'maren@meridian.example' },
  ]
  await joinDesk(maren, await foundDesk(ruth, server.origin, founder, second), second)

  await ruth.goto(`${server.origin}/desk/meridian-fact-desk/settings`)
  await ruth.getByLabel('Name of the new desk').fill('S')
  await ruth.getByRole('button', { name: 'Found the desk' }).click()
  await expect(ruth.getByText('The desk is not founded yet')).toBeVisible()
  await ruth.getByLabel('Name of the new desk').fill('Sports Desk')
  await ruth.getByRole('button', { name: 'Found the desk' }).click()
  await expect(ruth).toHaveURL(`${server.origin}/desk/sports-desk/members`)
  await expect(ruth.getByRole('row', { name: /Ruth Abel/ })).toContainText('Admin')

  // By keys alone to the first desk and back.
  await ruth.getByRole('button', { name: /Sports Desk/ }).press('Enter')
  await ruth.getByRole('menuitem', { name: 'Meridian Fact Desk' }).press('Enter')
  await expect(ruth).toHaveURL(`${server.origin}/desk/meridian-fact-desk`)
  await ruth.getByRole('button', { name: /Meridian Fact Desk/ }).press('Enter')
  await ruth.getByRole('menuitem', { name: 'Sports Desk' }).press('Enter')
  await expect(ruth).toHaveURL(`${server.origin}/desk/sports-desk`)

  // From an article, too, though its bar has no room for the switch.
  await ruth.getByRole('button', { name: 'Paste text' }).click()
  await ruth.getByLabel('Text or HTML of the article').fill('The race. Two thousand ran ten miles on Sunday.')
  await ruth.getByRole('button', { name: 'Import', exact: true }).click()
  await ruth.getByLabel('Title').fill('The race')
  await ruth.getByRole('button', { name: 'Freeze and open' }).click()
  await ruth.waitForURL(/\/articles\/[\da-f-]{36}/)
  await ruth
    .getByRole('banner')
    .getByRole('button', { name: /Ruth Abel/ })
    .press('Enter')
  await ruth.getByRole('menuitem', { name: 'Go to Meridian Fact Desk' }).press('Enter')
  await expect(ruth).toHaveURL(`${server.origin}/desk/meridian-fact-desk`)

  // Who is on one desk alone sees no other: neither in the bar nor by its address.
  await expect(maren.getByRole('button', { name: /Fact Desk/ })).toHaveCount(0)
  const answer = await maren.goto(`${server.origin}/desk/sports-desk`)
  expect(answer?.status()).toBe(404)

  // A colleague joins the second desk as who they are already.
  await ruth.goto(`${server.origin}/desk/sports-desk/members`)
  await ruth.getByLabel('Their e-mail').fill(second.email)
  await ruth.getByRole('button', { name: 'Make a link' }).click()
  await maren.goto(await ruth.getByLabel('Invitation link').inputValue())
  await maren.getByRole('button', { name: 'Join as Maren Ostrow' }).click()
  await expect(maren).toHaveURL(`${server.origin}/desk/sports-desk`)
  await expect(maren.getByRole('button', { name: /Sports Desk/ })).toBeVisible()
  await ruth.goto(`${server.origin}/desk/meridian-fact-desk/settings`)
  await inBothThemes(ruth, expectNothingForAxe)
  await server.remove()
})
