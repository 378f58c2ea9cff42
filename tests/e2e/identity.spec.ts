import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import pg from 'pg'
import { codeAt } from '../../server/session/factor/factor'
import { expectNothingForAxe, inBothThemes } from './looks'
import { foundDesk, password, somebody } from './people'
import { startServer, test as withServer } from './server'

/** A server with a key for second factors; mail goes into its maildrop. */
const test = withServer.extend({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern.
    async ({}, use) => {
      const server = await startServer({ env: { SECRET_KEY: 'a key of the stories, long enough for all' } })
      await use(server)
      await server.remove()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

const ruth = { name: 'Ruth Abel', email: 'ruth@desk.example' }
const fresh = 'four ferries on the lake'

test('a forgotten password is set by the link from the mail, and a second factor guards the next sign-in', async ({
  browser,
  server,
}) => {
  const page = await somebody(browser)
  await foundDesk(page, server.origin, ruth, { email: 'tomas@desk.example' })

  const elsewhere = await somebody(browser)
  await elsewhere.goto(`${server.origin}/sign-in`)
  await elsewhere.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
  await elsewhere.getByLabel('E-mail').fill(ruth.email)
  await elsewhere.getByRole('button', { name: 'Send the link' }).click()
  await expect(elsewhere.getByText(`If there is an account with ${ruth.email}`)).toBeVisible()
  await inBothThemes(elsewhere, expectNothingForAxe)
  await expect.poll(() => linkIn(server.dataDir)).not.toBeNull()
  await elsewhere.goto(linkIn(server.dataDir) ?? '')
  await elsewhere.getByLabel('New password').fill(fresh)
  await inBothThemes(elsewhere, expectNothingForAxe)
  await elsewhere.getByRole('button', { name: 'Set the password' }).click()
  await expect(elsewhere.getByText('Your new password is set.')).toBeVisible()
  // The devices from before are signed out.
  await page.reload()
  await expect(page.getByRole('heading', { name: /^Sign in/ })).toBeVisible()
  await enter(elsewhere, fresh)
  await expect(elsewhere.getByRole('heading', { name: 'The desk' })).toBeVisible()

  await openAccount(elsewhere)
  await elsewhere.getByRole('button', { name: 'Set up an app' }).click()
  const secret = await elsewhere.getByRole('textbox', { name: 'Secret' }).inputValue()
  await expect(elsewhere.getByRole('img', { name: 'QR code of the secret below' })).toBeVisible()
  await inBothThemes(elsewhere, expectNothingForAxe)
  await elsewhere.getByLabel('Code from the app').fill(codeAt(secret, new Date()))
  await elsewhere.getByRole('button', { name: 'Turn it on' }).click()
  const codes = elsewhere.getByRole('status').filter({ hasText: 'Your recovery codes' })
  await expect(codes).toBeFocused()
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  await expect(elsewhere.getByText('It is on. 10 recovery codes are left.')).toBeVisible()

  await page.goto(`${server.origin}/sign-in`)
  await enter(page, fresh)
  await expect(page.getByRole('textbox', { name: 'Code' })).toBeFocused()
  await inBothThemes(page, expectNothingForAxe)
  await page.getByRole('textbox', { name: 'Code' }).fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(/^This code is wrong/).first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Code' }).fill(codeAt(secret, new Date(Date.now() + 30_000)))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  const kept = await page.context().cookies(`${server.origin}/api/auth/csrf`)
  expect(kept.find(({ name }) => name === 'proofroom-device')).toMatchObject({ httpOnly: true })
})

test('a desk that asks who one is asks when that was long ago, and what was chosen is saved then', async ({
  browser,
}) => {
  const server = await startServer()
  const page = await somebody(browser)
  await foundDesk(page, server.origin, ruth, { email: 'tomas@desk.example' })
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel(/^Editors enter their password/).check()
  await page.getByRole('button', { name: 'Save Who decides' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  // What is said later is to be told from this.
  await expect(page.getByText('Saved.')).toBeHidden()
  await letTimePass(server.databaseUrl())

  await page.getByLabel(/^Sources needed/).fill('4')
  await page.getByRole('button', { name: /^Save.*sources/i }).click()
  const box = page.getByRole('dialog', { name: 'Is it you?' })
  await box.getByLabel('Your password').fill('a guess')
  await box.getByRole('button', { name: 'Confirm' }).click()
  await expect(box.getByRole('alert')).toContainText('The current password is wrong.')
  await inBothThemes(page, expectNothingForAxe)
  await box.getByLabel('Your password').fill(password)
  await box.getByRole('button', { name: 'Confirm' }).click()
  await expect(box).toBeHidden()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(/^Sources needed/)).toHaveValue('4')
  await server.remove()
})

/** Goes to one's account by the menu; a press before the page's script is there does nothing and is made again. */
async function openAccount(page: Page): Promise<void> {
  const item = page.getByRole('menuitem', { name: 'Your account' })
  await expect(async () => {
    if (!(await item.isVisible())) await page.getByRole('button', { name: ruth.name }).click()
    await expect(item).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  await item.click()
}

async function enter(page: Page, typed: string): Promise<void> {
  await page.getByLabel('E-mail').fill(ruth.email)
  await page.getByLabel('Password').fill(typed)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The newest link to a new password in the maildrop. */
function linkIn(dataDir: string): string | null {
  const folder = join(dataDir, 'maildrop')
  const texts = files(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  return texts.flatMap((text) => /^http\S+\/reset\/\S+$/m.exec(text)?.[0] ?? []).at(-1) ?? null
}

function files(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .sort()
  } catch {
    // It is made with the first mail.
    return []
  }
}

/** Everybody showed twenty minutes ago who they are. */
async function letTimePass(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("update sessions set proved_at = now() - interval '20 minutes'")
  await client.end()
}
