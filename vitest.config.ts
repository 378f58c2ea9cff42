import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const resolve = { alias: { 'server-only': here('tests/empty.ts'), '@': here('.') } }

// Generous: the machine may be busy with something else; speeds belong to the benchmarks.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: { name: 'rules', include: ['tests/rules/**/*.test.{ts,tsx}', 'tests/*.test.ts'], ...patience },
      },
      {
        resolve,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/cluster.ts',
          ...patience,
        },
      },
      {
        resolve,
        test: {
          name: 'rooms',
          include: ['tests/rooms/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/cluster.ts',
          ...patience,
        },
      },
      {
        resolve,
        test: { name: 'kill', include: ['tests/kill/**/*.test.ts'], ...patience },
      },
      {
        resolve,
        test: {
          name: 'chaos',
          include: ['tests/chaos/**/*.test.ts'],
          globalSetup: 'tests/cluster.ts',
          ...patience,
        },
      },
    ],
  },
})
