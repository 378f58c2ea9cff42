import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab, as somebody without a mouse does, until this has the focus; it must be reachable at all. */
export async function tabTo(page: Page, there: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(there).toBeVisible()
  for (let presses = 0; presses < 150; presses++) {
    if (await there.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${there} cannot be reached by ${key}`)
}

/** Until the page's script has taken over what the server drew: before that, nobody hears a key or a press. */
export async function untilHeard(there: Locator): Promise<void> {
  const isTakenOver = () =>
    there.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactFiber$')))
  await expect.poll(isTakenOver, { intervals: [50] }).toBe(true)
  // Elements are taken over one after another; once the page rests, what listens to keys has been reached as well.
  await there.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))
}

/** Tabs to a field and types into it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/** Presses the button of the last look before publishing, which has the focus, once all that it asks about is shown. */
export async function pressOnceShown(page: Page, there: Locator): Promise<void> {
  await expect(there).not.toHaveAttribute('aria-disabled')
  await press(page, there)
}

/** Tabs to a button or link and presses it. */
export async function press(page: Page, there: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, there)
  await page.keyboard.press(key)
}
