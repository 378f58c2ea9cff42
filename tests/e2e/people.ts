import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'

export const password = 'three bridges over water'

/** A person at a browser of their own. */
export async function somebody(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** The first run: founds the desk and gives back the link for the second person. */
export async function foundDesk(
  page: Page,
  origin: string,
  founder: { name: string; email: string },
  second: { email: string },
): Promise<string> {
  await page.goto(origin)
  await page.getByLabel('Newsroom name').fill('Meridian Fact Desk')
  await page.getByLabel('Your name').fill(founder.name)
  await page.getByLabel('E-mail').fill(founder.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Found the desk' }).click()
  await page.getByLabel('Their e-mail').fill(second.email)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Invitation link').inputValue()
  await page.getByRole('link', { name: 'Go to the desk' }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  return link
}

/** Follows an invitation as somebody who is new here. */
export async function joinDesk(
  page: Page,
  link: string,
  person: { name: string; email: string },
): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(person.name)
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email)
  await page.getByLabel('Choose a password').fill(password)
  await page.getByRole('button', { name: 'Join the desk' }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
}

export async function signIn(page: Page, origin: string, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
}

/** A real news page as raw text: the longest of ARTICLES_DIR, else the project's own dump. */
export function aDump(): string {
  const folder = process.env.ARTICLES_DIR || join('tests', 'pages')
  const [first] = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  if (!first) throw new Error(`there is no dump in ${folder}`)
  return join(folder, first)
}
