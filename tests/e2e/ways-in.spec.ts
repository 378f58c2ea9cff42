import { expect, type Page } from '@playwright/test'
import pg from 'pg'
import { startIdentityProvider } from '../identity-provider'
import { untilHeard } from './keyboard'
import { expectNothingForAxe, inBothThemes } from './looks'
import { foundDesk, somebody } from './people'
import { freePort, startServer, test } from './server'

const ruth = { name: 'Ruth Abel', email: 'ruth@desk.example' }
const tomas = { sub: 't-1', name: 'Tomas Weil', email: 'tomas@desk.example', email_verified: true }
const mallory = { sub: 'm-1', name: 'Mallory', email: ruth.email, email_verified: false }

test('an invited colleague comes in by the newsroom’s accounts, and nobody does by an address that was not checked', async ({
  browser,
}) => {
  const provider = await startIdentityProvider([tomas, mallory])
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'Meridian accounts',
  }
  const server = await startServer({ env })
  const link = await foundDesk(await somebody(browser), server.origin, ruth, { email: tomas.email })

  const page = await somebody(browser)
  await page.goto(link)
  await inBothThemes(page, expectNothingForAxe)
  await enterAs(page, tomas.name)
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  await expect(page.getByRole('button', { name: tomas.name })).toBeVisible()

  // Signed in a second time, and from there out everywhere else.
  const elsewhere = await somebody(browser)
  await elsewhere.goto(`${server.origin}/sign-in?next=/account`)
  await inBothThemes(elsewhere, expectNothingForAxe)
  await enterAs(elsewhere, tomas.name)
  await untilHeard(elsewhere.getByRole('button', { name: 'Sign out everywhere else' }))
  await elsewhere.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(elsewhere.getByText('Your other devices are signed out.', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: /^Sign in/ })).toBeVisible()

  await enterAs(page, mallory.name)
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible()
  await expect(page.getByText('does not say that your e-mail address is checked')).toBeVisible()
  await inBothThemes(page, expectNothingForAxe)

  await page.getByRole('link', { name: 'Back to sign-in' }).click()
  await expect(page.getByRole('button', { name: 'Sign in with Meridian accounts' })).toBeVisible()
  await provider.close()
  await page.getByRole('button', { name: 'Sign in with Meridian accounts' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'does not answer' })).toBeVisible()
  await server.remove()
})

test('a passkey is added, signs its owner in without a password, and opens nothing once it is removed', async ({
  browser,
}) => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = await startServer({ port, env: { PUBLIC_ORIGIN: origin } })
  const page = await somebody(browser)
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
  await foundDesk(page, origin, ruth, { email: tomas.email })
  await page.goto(`${origin}/account`)
  const key = page.getByRole('region', { name: 'Passkeys' })
  await expect(key.getByText('You have none.')).toBeVisible()
  await key.getByLabel('Name of the passkey').fill('Phone')
  await key.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(key.getByRole('listitem')).toContainText('Phone')
  await key.getByRole('button', { name: 'Rename Phone' }).click()
  await key.getByRole('textbox', { name: 'Name of the passkey' }).first().fill('Desk phone')
  await inBothThemes(page, expectNothingForAxe)
  await key.getByRole('button', { name: 'Save' }).click()
  await expect(key.getByRole('listitem')).toContainText('Desk phone')
  await inBothThemes(page, expectNothingForAxe)

  await signOut(page, origin)
  await inBothThemes(page, expectNothingForAxe)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()

  await letTimePass(server.databaseUrl())
  await page.goto(`${origin}/account`)
  await expect(key.getByRole('listitem')).toContainText('used')
  await key.getByRole('button', { name: 'Remove Desk phone' }).click()
  const box = page.getByRole('dialog', { name: 'Is it you?' })
  await expect(box.getByRole('button', { name: 'Use a passkey instead' })).toBeVisible()
  await inBothThemes(page, expectNothingForAxe)
  await box.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(key.getByText('You have none.')).toBeVisible()

  await signOut(page, origin)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This passkey opens nothing here' })).toBeVisible()
  await server.remove()
})

test('without a provider, and where browsers make no passkeys, nothing of them is shown', async ({
  browser,
}) => {
  // Not the server that files share: other stories want its first run.
  const server = await startServer()
  const page = await somebody(browser)
  await foundDesk(page, server.origin, ruth, { email: tomas.email })
  const stranger = await somebody(browser)
  await stranger.goto(`${server.origin}/sign-in`)
  await expect(stranger.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(stranger.getByRole('button', { name: /^Sign in with/ })).toHaveCount(0)
  await page.goto(`${server.origin}/account`)
  await expect(page.getByText('They cannot be used on this server')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0)
  await server.remove()
})

async function enterAs(page: Page, name: string): Promise<void> {
  const leaves = page.getByRole('button', { name: 'Sign in with Meridian accounts' })
  // A press before the page's script is there does nothing and is made again.
  await expect(async () => {
    await leaves.click({ timeout: 2_000 })
    await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('link', { name }).click()
}

/** Signs out by the menu; a press before the page's script is there does nothing and is made again. */
async function signOut(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  const item = page.getByRole('menuitem', { name: 'Sign out' })
  await expect(async () => {
    if (!(await item.isVisible())) await page.getByRole('button', { name: ruth.name }).click()
    await expect(item).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  await item.click()
  await expect(page.getByRole('heading', { name: /^Sign in/ })).toBeVisible()
}

/** Everybody showed twenty minutes ago who they are. */
async function letTimePass(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("update sessions set proved_at = now() - interval '20 minutes'")
  await client.end()
}
