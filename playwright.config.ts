import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './tests/browser.mjs'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/demo-template.ts',
  outputDir: 'test-results',
  // Each worker runs a server of its own; two are what small machines carry.
  workers: 2,
  fullyParallel: false,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_COUNTS ?? 'test-results/counts.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // A trace slows every story down; PLAYWRIGHT_TRACE=1 keeps those of what failed.
    trace: process.env.PLAYWRIGHT_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    },
  },
})
