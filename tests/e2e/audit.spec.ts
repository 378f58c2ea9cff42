import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { test } from './server'

test('an admin finds a refusal and a sign-in in the audit, and takes it away as a file that is itself an entry', async ({
  browser,
  server,
}) => {
  const ana = await enterAs(browser, server.origin, 'Ana')
  const answer = await ana.request.post(`${server.origin}/api/trpc/member.invite`, {
    data: { json: { desk: 'demo', role: 'admin' } },
    headers: { origin: server.origin },
  })
  expect(answer.status()).toBe(422)
  const requestId = answer.headers()['x-request-id'] ?? ''
  expect(requestId).toMatch(/^[\da-f-]{36}$/)
  await ana.goto(`${server.origin}/desk/demo/audit`)
  await expect(ana.getByRole('heading', { name: 'Audit' })).toBeHidden()

  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await ruth.getByRole('link', { name: 'Settings', exact: true }).click()
  await ruth.getByRole('link', { name: 'Audit of the desk' }).click()
  await expect(ruth.getByRole('heading', { name: 'Audit', exact: true })).toBeVisible()
  await ruth.getByLabel('Member', { exact: true }).selectOption({ label: 'Ana Ferro' })
  await ruth.getByLabel('Outcome', { exact: true }).selectOption({ label: 'Refused' })
  await ruth.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(ruth).toHaveURL(/outcome=refused/)
  const refusal = ruth.getByRole('row').filter({ hasText: requestId })
  await expect(refusal).toContainText('Invite members')
  await expect(refusal).toContainText('role-too-low')
  await expect(ruth.getByRole('row').filter({ hasText: 'Sign in' })).toHaveCount(0)

  const download = ruth.waitForEvent('download')
  await ruth.getByRole('button', { name: 'Save as JSON Lines' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('audit-demo.jsonl')
  expect(readFileSync(await file.path(), 'utf8')).toContain(requestId)
  await ruth.getByRole('link', { name: 'Show everything' }).click()
  await expect(ruth.getByRole('row').filter({ hasText: 'audit.exportFile' })).toContainText('Ruth Adeyemi')
  await expect(ruth.getByRole('row').filter({ hasText: 'Sign in' }).first()).toBeVisible()
})
