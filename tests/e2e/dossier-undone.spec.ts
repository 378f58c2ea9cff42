import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { panelOf } from './dossier-steps'
import { test } from './server'

test('an explanation is returned and withdrawn, an article taken out, the dossier renamed and removed', async ({
  browser,
  server,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await lena.goto(`${server.origin}/desk/demo/dossiers`)
  await lena.getByLabel('Name of the event').fill('Karsell, anew')
  await lena.getByRole('button', { name: 'Begin dossier' }).click()
  await lena.waitForURL(/\/articles$/)
  for (const title of ['Two thousand driven', 'Rights group counts']) {
    await lena.getByRole('combobox', { name: 'Article of the desk' }).fill(title)
    await lena.getByRole('button', { name: 'Add article' }).first().click()
    await expect(lena.getByRole('table').getByRole('link', { name: title })).toBeVisible()
  }
  await lena.getByRole('link', { name: 'Figures' }).click()
  await explain(lena, 'They count from other days.')

  await openDossier(jonas, server.origin, 'Karsell, anew')
  await panelOf(jonas).getByRole('button', { name: 'Return' }).click()
  await panelOf(jonas).getByLabel('What is missing').fill('Name the days.')
  await panelOf(jonas).getByRole('button', { name: 'Return' }).click()
  await expect(panelOf(jonas)).toContainText('Returned by Jonas Pryce: Name the days.')

  // Its author hears of it by the bell, writes anew, and thinks better of it.
  await lena.getByRole('link', { name: /unread notice/ }).click()
  await lena.getByRole('link', { name: /Jonas Pryce returned an explanation of yours/ }).click()
  await expect(panelOf(lena)).toContainText('Name the days.')
  await explain(lena, 'One counts from 3 March.')
  await panelOf(lena).getByRole('button', { name: 'Withdraw' }).click()
  await expect(panelOf(lena)).toContainText('Withdrawn')

  await lena.getByRole('button', { name: 'Rename' }).click()
  await lena.getByRole('dialog').getByLabel('Name of the event').fill('Karsell, once more')
  await lena.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(lena.getByRole('heading', { level: 1, name: 'Karsell, once more' })).toBeVisible()
  await lena.getByRole('link', { name: /^Articles 2$/ }).click()
  await lena.getByRole('button', { name: /^Take out Two thousand driven/ }).click()
  await expect(lena.getByRole('link', { name: /^Articles 1$/ })).toBeVisible()

  await jonas.getByRole('button', { name: 'Remove dossier' }).click()
  await jonas.getByRole('dialog').getByRole('button', { name: 'Remove dossier' }).click()
  await jonas.waitForURL(/\/dossiers$/)
  await expect(jonas.getByRole('link', { name: 'Karsell dam breach' })).toBeVisible()
  await expect(jonas.getByRole('link', { name: /once more/ })).toHaveCount(0)
})

async function openDossier(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/desk/demo/dossiers`)
  await page.getByRole('main').getByRole('link', { name }).click()
  await expect(panelOf(page)).toBeVisible()
}

async function explain(page: Page, why: string): Promise<void> {
  const panel = panelOf(page)
  const open = panel.getByRole('button', { name: /^Explain/ }).first()
  const sentence = panel.getByLabel(/^In a sentence or two/)
  await open.click()
  await sentence.fill(why)
  // Who closes the form, or the page, finds their words again.
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await open.click()
  await expect(sentence).toHaveValue(why)
  await panel.getByRole('button', { name: 'Send for approval' }).click()
  await expect(panel).toContainText('Waits for an editor')
}
