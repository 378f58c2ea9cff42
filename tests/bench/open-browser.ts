import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../browser.mjs'

/** The browser of the benchmarks; whoever opens it closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
}
