import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Axe finds nothing in the page as it stands. A preview in a frame runs no script; its page is looked at as itself. */
export async function expectNothingForAxe(page: Page): Promise<void> {
  // Axe reads colours as they stand: none is to be on its way.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
  expect(found, page.url()).toEqual([])
}

/** Looks at the page in light, then in dark. */
export async function inBothThemes(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await look(page)
  }
}

/**
 * Nothing is wider than the window, and axe finds nothing on a desk and on a phone. 320 px is also a window of
 * 1,280 px at 400 % (WCAG 1.4.10).
 */
export async function expectToFit(page: Page): Promise<void> {
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(overflow, { message: `${page.url()} at ${width} px` }).toBeLessThanOrEqual(0)
    if (width > 320) await expectNothingForAxe(page)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
