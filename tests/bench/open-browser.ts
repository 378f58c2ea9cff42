import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../browser.mjs'

/** The browser of the benchmarks, told what to do at a port as well where one is named; whoever opens it closes it. */
export function openBrowser(port?: number): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: [
      ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
      ...(port ? [`--remote-debugging-port=${port}`] : []),
    ],
  })
}
