import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

/** What is looked at: everything, or what a theme changes. */
type What = 'everything' | 'colours'
type Rules = { runOnly?: string[] }
const rules: Record<What, Rules> = {
  everything: {},
  // The rest of axe's rules find the same in light and dark.
  colours: { runOnly: ['color-contrast', 'link-in-text-block'] },
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Axe finds nothing in the page as it stands. A preview in a frame runs no script; its page is looked at as itself. */
export async function expectNothingForAxe(page: Page, what: What = 'everything'): Promise<void> {
  // Axe reads colours as they stand: none is to be on its way.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // Its half megabyte goes to a page once, however often the page is looked at.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate(findViolations, rules[what])
  expect(found, page.url()).toEqual([])
}

/** Runs in the page. */
async function findViolations(rules: Rules): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe } // just put there
  const { violations } = await axe.run({ exclude: ['iframe'] }, { ...rules, resultTypes: ['violations'] })
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
type Axe = { run: (where: { exclude: string[] }, options: object) => Promise<AxeResults> }

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
