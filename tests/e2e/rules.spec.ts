import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, inBothThemes } from './looks'
import { test } from './server'

test('an admin makes rules in plain sentences, and sees when they were followed', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await ruth.goto(`${ruth.url().replace(/\?.*/, '')}/settings`)
  await expect(ruth.getByText('Nothing is done by itself yet.')).toBeVisible()
  await ruth.getByRole('button', { name: 'Add a rule' }).click()
  await ruth.getByLabel('When', { exact: true }).selectOption('a claim gets a topic')
  await ruth.getByRole('button', { name: 'Save Rules' }).click()
  await expect(ruth.getByRole('alert').getByText('Type the topic.')).toBeVisible()
  await ruth.getByLabel('When', { exact: true }).selectOption('work of normal priority is given')
  await ruth.getByLabel('Then', { exact: true }).selectOption('tell every admin')
  await ruth.getByRole('button', { name: 'Save Rules' }).click()
  const rule = ruth.getByRole('listitem', {
    name: 'When work of normal priority is given, tell every admin.',
  })
  await expect(rule).toContainText('Made by Ruth Adeyemi')
  await inBothThemes(ruth, expectNothingForAxe)
  await rule.getByRole('button', { name: /^Let it rest/ }).click()
  await expect(rule).toContainText('Rests.')
  await rule.getByRole('button', { name: /^Let it hold again/ }).click()
  await expect(rule).not.toContainText('Rests.')
  await ruth.getByRole('button', { name: 'Add a rule' }).click()
  await ruth.getByLabel('When', { exact: true }).selectOption('urgent work is given')
  await ruth.getByLabel('Then', { exact: true }).selectOption('give the claim a topic')
  await ruth.getByRole('button', { name: 'Save Rules' }).click()
  await expect(ruth.getByRole('alert').getByText('Type the topic to give.')).toBeVisible()
  await ruth.getByLabel('Topic to give').fill('tonight')
  await ruth.getByRole('button', { name: 'Save Rules' }).click()
  const topic = ruth.getByRole('listitem', { name: /give the claim the topic “tonight”/ })
  await topic.getByRole('button', { name: /^Remove/ }).click()
  await expect(topic).toHaveCount(0)
  await ruth.getByText('Last followed').click()
  await expect(ruth.getByText('No rule has had a case yet.')).toBeVisible()
  await rule.getByRole('button', { name: /^Remove/ }).click()
  await expect(rule).toHaveCount(0)
})
