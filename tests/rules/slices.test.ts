import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashOf, joined, sliceBytes, slicesOf } from '../../server/bytes/read-slices'

const bytes = randomBytes(2 * sliceBytes + 7)

test('bytes in slices are all of them in order, and put together are what they were', async () => {
  const slices: Uint8Array[] = []
  for await (const slice of slicesOf(bytes)) slices.push(slice)
  expect(slices.map(({ length }) => length)).toEqual([sliceBytes, sliceBytes, 7])
  expect((await joined(slices)).equals(bytes)).toBe(true)
  expect((await joined([])).length).toBe(0)
})

test('their hash is that of the whole', async () => {
  expect(await hashOf(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('others are answered between two slices', async () => {
  for (const work of [
    () => hashOf(bytes),
    () => joined([bytes.subarray(0, sliceBytes), bytes.subarray(sliceBytes)]),
  ]) {
    let answered = false
    setImmediate(() => {
      answered = true
    })
    await work()
    expect(answered).toBe(true)
  }
})
