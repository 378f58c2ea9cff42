import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepProcess } from '../../server/worker/keep-process'
import { GivenUp } from '../../server/worker/keep-worker'

/** A thread that does what it is told: says where it is, never ends, waits a second, takes memory that is no heap, or takes its process along. */
const thread = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (task) => {
  if (task === 'fail') throw new Error('no such page')
  if (task === 'die') process.kill(process.pid, 'SIGKILL')
  while (task === 'hang');
  if (task === 'wait') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000)
  const kept = task === 'swell' ? Buffer.alloc(400_000_000, 1) : task
  parentPort.postMessage({ pid: process.pid, env: Object.keys(process.env), kept: kept.length })
})`
const name = 'keep-process-test'
const file = `.build/${name}.mjs`

beforeAll(() => writeFileSync(file, thread))

afterAll(() => rmSync(file, { force: true }))

type Said = { pid: number; env: string[]; kept: number }
const limits = { longest: 60_000, megabytes: 64 }
const begun = () => keepProcess<string, Said>(name, limits)

test('tasks are done in another process, one after the other, which knows nothing of the settings', async () => {
  const work = begun()
  process.env.AUTH_SECRET ??= 'of the test'
  const said = await Promise.all([work('one'), work('three')])
  expect(said.map(({ kept }) => kept)).toEqual([3, 5])
  expect(new Set(said.map(({ pid }) => pid)).size).toBe(1)
  expect(said[0]?.pid).not.toBe(process.pid)
  expect(said[0]?.env.filter((variable) => !variable.startsWith('NODE_'))).toEqual([])
})

test('a task over its limit, one that fails and one that takes the process along are told from each other, and the next is done', async () => {
  const work = begun()
  await expect(work('hang', { longest: 200 })).rejects.toThrow(/longer than 200 ms/)
  await expect(work('hang', { mostWork: 200 })).rejects.toThrow(/more than 200 ms of work/)
  // What waits costs nothing.
  expect((await work('wait', { mostWork: 200 })).kept).toBe(4)
  await expect(work('fail')).rejects.toThrow('no such page')
  await expect(work('die')).rejects.toThrow(GivenUp)
  expect((await work('one')).kept).toBe(3)
})

test('a process that a task left with much memory is ended, one that idles ends by itself', async () => {
  const work = begun()
  const { pid } = await work('swell')
  await ended(pid)
  const { pid: another } = await work('one')
  expect(another).not.toBe(pid)
  await ended(another)
})

test('a process in the middle of a task ends with the one that began it', async () => {
  const child = fork('.build/serve-tasks.mjs', [name], { serialization: 'advanced', execArgv: [] })
  child.send({ task: 'one', limits })
  await once(child, 'message')
  child.send({ task: 'hang', limits })
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([0, null])
})

/** Waits until there is no such process. */
async function ended(pid: number): Promise<void> {
  await expect.poll(() => isThere(pid), { timeout: 30_000 }).toBe(false)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
