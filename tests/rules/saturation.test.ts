import { expect, test } from 'vitest'
import { highestRate } from '../bench/rooms/saturation'

test('the highest rate is found to within a tenth', async () => {
  for (const limit of [410, 999, 3_100, 7_777]) {
    const found = await highestRate(async (rate) => rate <= limit)
    expect(found).toBeLessThanOrEqual(limit)
    expect(found).toBeGreaterThan(limit * 0.88)
  }
})

test('a rate that failed only once counts as borne', async () => {
  const tried: number[] = []
  const found = await highestRate(async (rate) => {
    tried.push(rate)
    return rate <= 1_000 && tried.filter((other) => other === rate).length > 1
  })
  expect(found).toBeGreaterThan(880)
})

test('what nothing stops ends at the most that is asked for', async () => {
  expect(await highestRate(async () => true)).toBe(25_600)
})
