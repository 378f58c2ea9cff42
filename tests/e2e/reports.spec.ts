import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { press } from './keyboard'
import { expectNothingForAxe, expectToFit, inBothThemes } from './looks'
import { test } from './server'

test('a reader without JavaScript reports an error; an editor answers by keyboard, and everybody reads it', async ({
  browser,
  server,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(`${server.origin}/latest`)
  await reader.locator('.pub-item').first().click()
  await reader.getByRole('link', { name: 'Report an error' }).click()
  await reader.getByRole('textbox', { name: 'Your e-mail (optional)' }).fill('ines')
  await reader.getByRole('textbox', { name: 'Your name (optional)' }).fill('Ines Duarte')
  // Nobody is this quick: it is sent again, and again tells what is wrong with what was typed.
  const send = reader.getByRole('button', { name: 'Send' })
  await expect(async () => {
    await send.click()
    await expect(reader.getByText('Say what is wrong.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(reader.getByText('This is not an e-mail address.')).toBeVisible()
  await expect(reader.getByRole('textbox', { name: 'Your name (optional)' })).toHaveValue('Ines Duarte')
  await reader.getByRole('textbox', { name: 'What is wrong' }).fill('The register says 1988, not 1987.')
  await reader.getByRole('textbox', { name: 'Your e-mail (optional)' }).fill('')
  await send.click()
  await expect(reader.getByRole('status')).toContainText('Received.')
  const tracking = reader.url()

  const editor = await enterAs(browser, server.origin, 'Ruth')
  await press(editor, editor.getByRole('link', { name: 'From readers 1 new' }))
  const report = editor.getByRole('listitem').filter({ hasText: 'The register says 1988' })
  await expect(report).toContainText('Ines Duarte')
  await inBothThemes(editor, expectNothingForAxe)
  await press(editor, report.getByRole('button', { name: 'Answer' }))
  const box = editor.getByRole('dialog')
  await box.getByRole('textbox', { name: 'Answer' }).focus()
  await editor.keyboard.type('You are right, we have corrected it.')
  await expectNothingForAxe(editor)
  await editor.keyboard.press('Tab')
  await editor.keyboard.press('Space')
  await editor.keyboard.press('Tab')
  await editor.keyboard.press('Enter')
  await expect(box).toBeHidden()
  await expect(report).toBeHidden()
  await editor.getByRole('link', { name: /^Answered/ }).click()
  await expect(report).toContainText('You are right, we have corrected it.')
  await expectToFit(editor)
  await editor.getByRole('link', { name: /unread notice/ }).click()
  await editor.getByRole('link', { name: /Ines Duarte wrote to the desk/ }).click()
  await expect(editor.getByRole('heading', { name: 'From readers' })).toBeVisible()
  await expect(report).toContainText('You are right, we have corrected it.')

  await reader.reload()
  await expect(reader.getByRole('status')).toContainText('You are right, we have corrected it.')
  await reader.locator('.pub-head .slug a').click()
  await expect(async () => {
    await reader.reload()
    await expect(reader.getByRole('heading', { name: 'What readers asked' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(reader.getByText('The register says 1988')).toBeHidden()

  // Axe needs scripts of its own.
  const looking = await (await browser.newContext({ bypassCSP: true })).newPage()
  for (const address of [tracking, `${server.origin}/c/1/report`, `${server.origin}/desks/demo`]) {
    await looking.goto(address)
    await expect(looking.getByRole('heading', { level: 1 })).toBeVisible()
    await inBothThemes(looking, expectNothingForAxe)
    await expectToFit(looking)
  }
})

test('two editors act on one report: the second is shown what the first did, and keeps what they typed', async ({
  browser,
  server,
}) => {
  const desk = `${server.origin}/desks/demo`
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(desk)
  await reader.getByRole('link', { name: 'Suggest a claim to check' }).first().click()
  await reader.getByRole('textbox', { name: 'The claim' }).fill('The harbour is deeper than the sea.')
  await reader.getByRole('textbox', { name: 'Where it was said (optional)' }).fill('On the radio')
  await expect(async () => {
    await reader.getByRole('button', { name: 'Send' }).click()
    await expect(reader.getByRole('status')).toContainText('Received.', { timeout: 1_000 })
  }).toPass()

  const [ruth, jonas] = [
    await enterAs(browser, server.origin, 'Ruth'),
    await enterAs(browser, server.origin, 'Jonas'),
  ]
  for (const page of [ruth, jonas]) {
    await page.goto(`${server.origin}/desk/demo/reports?state=all`)
    const report = page.getByRole('listitem').filter({ hasText: 'deeper than the sea' })
    await report.getByRole('button', { name: 'Answer' }).click()
    await page.getByRole('textbox', { name: 'Answer' }).fill(`Thank you, ${page === ruth ? 'one' : 'two'}.`)
  }
  await ruth.getByRole('button', { name: 'Send the answer' }).click()
  await expect(ruth.getByRole('dialog')).toBeHidden()
  await jonas.getByRole('button', { name: 'Send the answer' }).click()
  await expect(jonas.getByRole('dialog')).toContainText('Thank you, one.')
  await expect(jonas.getByRole('textbox', { name: 'Answer' })).toHaveValue('Thank you, two.')
  await jonas.getByRole('button', { name: 'Leave it as it is now' }).click()
  await reader.reload()
  await expect(reader.getByRole('status')).toContainText('Thank you, one.')
})

test('what a reader suggests is given to a member, who finds it on their desk until it is answered', async ({
  browser,
  server,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(`${server.origin}/desks/demo/suggest`)
  await reader.getByRole('textbox', { name: 'The claim' }).fill('The old mill turns backwards.')
  await expect(async () => {
    await reader.getByRole('button', { name: 'Send' }).click()
    await expect(reader.getByRole('status')).toContainText('Received.', { timeout: 1_000 })
  }).toPass()
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await ruth.goto(`${server.origin}/desk/demo/reports`)
  const report = ruth.getByRole('listitem').filter({ hasText: 'The old mill turns backwards.' })
  await press(ruth, report.getByRole('button', { name: 'Take it up' }))
  const box = ruth.getByRole('dialog')
  await box.getByLabel('Who sees to it').selectOption({ label: 'Lena Sørby' })
  await expectNothingForAxe(ruth)
  await press(ruth, box.getByRole('button', { name: 'Take it up' }))
  await expect(box).toBeHidden()

  const lena = await enterAs(browser, server.origin, 'Lena')
  const given = lena.getByRole('region', { name: 'What readers wrote, for you to see to' })
  for (const path of ['/desk/demo/work', '/desk/demo']) {
    await lena.goto(server.origin + path)
    await expect(given).toContainText('The old mill turns backwards.')
    await expectToFit(lena)
  }
  await inBothThemes(lena, expectNothingForAxe)
  await press(lena, given.getByRole('link', { name: /The old mill/ }))
  await expect(lena.getByRole('listitem').filter({ hasText: 'Lena Sørby sees to it' })).toBeVisible()
  await ruth.goto(`${server.origin}/desk/demo/reports?state=taken-up`)
  await press(ruth, report.getByRole('button', { name: 'Answer' }))
  await box.getByRole('textbox', { name: 'Answer' }).fill('We checked it: it does not.')
  await press(ruth, box.getByRole('button', { name: 'Send the answer' }))
  await expect(box).toBeHidden()
  await lena.goto(`${server.origin}/desk/demo`)
  await expect(lena.getByRole('heading', { name: 'The desk' })).toBeVisible()
  await expect(given).toHaveCount(0)
})

test('what an admin writes of the desk stands on its page', async ({ browser, server }) => {
  const admin = await enterAs(browser, server.origin, 'Ruth')
  await admin.goto(`${server.origin}/desk/demo/settings`)
  await admin.getByRole('textbox', { name: 'Who pays for it' }).fill('Our readers pay.\n\nNobody else does.')
  await admin.getByRole('button', { name: 'Save What readers read about the desk' }).click()
  await expect(admin.getByText('Saved.')).toBeVisible()
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await reader.goto(`${server.origin}/desks/demo`)
    await expect(reader.getByText('Nobody else does.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
})
