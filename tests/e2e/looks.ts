import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What is looked at: everything, or what a theme changes. */
type What = 'everything' | 'colours'
/** The rules of axe that look at colours; the rest find the same in light and dark. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** Axe finds nothing in the page as it stands. A preview in a frame runs no script; its page is looked at as itself. */
export async function expectNothingForAxe(page: Page, what: What = 'everything'): Promise<void> {
  // Axe reads colours as they stand: none is to be on its way.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // Without frames to look into, it can report from the page itself, and needs no second one.
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode()
  const { violations } = await (what === 'colours' ? axe.withRules(ofColours) : axe).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
  expect(found, page.url()).toEqual([])
}

/** Looks at everything in light, then at the colours in dark. */
export async function inBothThemes(
  page: Page,
  look: (page: Page, what: What) => Promise<void>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await look(page, colorScheme === 'light' ? 'everything' : 'colours')
  }
}

/**
 * Nothing is wider than the window, and axe finds nothing on a desk and on a phone. 320 px is also a window of
 * 1,280 px at 400 % (WCAG 1.4.10).
 */
export async function expectToFit(page: Page, what: What = 'everything'): Promise<void> {
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(overflow, { message: `${page.url()} at ${width} px` }).toBeLessThanOrEqual(0)
    if (width > 320) await expectNothingForAxe(page, what)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
