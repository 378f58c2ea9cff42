import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const resolve = { alias: { 'server-only': here('tests/empty.ts'), '@': here('.') } }

// Generous: the machine may be busy with something else; speeds belong to the benchmarks.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 }

// To load our modules costs more than most files of tests do: a worker loads them once for all of its files.
const oneAfterAnother = { isolate: false, setupFiles: 'tests/leave-as-found.ts' }

// These ask for what a process does once or counts in its memory: its threads, its own address, how it starts, who asks how often.
const alone = `tests/server/{${[
  'api/*',
  'data-dir',
  'dossier/copied',
  'embedded',
  'extract-in-worker',
  'found-desk',
  'keep-process',
  'latest',
  'passkey',
  'redaction-text',
  'rights/procedures-*',
  'rules',
  'subscriptions',
  'undrawn',
  'wait-for-database',
  'web',
]}}.test.ts`

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        test: {
          name: 'rules',
          include: ['tests/rules/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          ...oneAfterAnother,
          ...patience,
        },
      },
      {
        resolve,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.{ts,tsx}', `!${alone}`],
          globalSetup: 'tests/cluster.ts',
          ...oneAfterAnother,
          ...patience,
        },
      },
      {
        resolve,
        test: { name: 'server-alone', include: [alone], globalSetup: 'tests/cluster.ts', ...patience },
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
