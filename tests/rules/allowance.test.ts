import { expect, test } from 'vitest'
import { Allowances } from '../../server/room/guard/allowance'

const usedUp = (allows: (bytes: number) => boolean) => {
  let count = 0
  while (allows(1)) count += 1
  return count
}

test('two connections of a member share what the member may send', () => {
  const allowances = new Allowances(() => 0)
  const [one, other, colleague] = [allowances.join('lena'), allowances.join('lena'), allowances.join('idris')]
  expect(usedUp(one.allows)).toBe(2_000)
  expect(usedUp(other.allows)).toBe(0)
  expect(usedUp(colleague.allows)).toBe(2_000)
})

test('whoever leaves and comes back at once has no more than before', () => {
  let time = 0
  const allowances = new Allowances(() => time)
  const first = allowances.join('lena')
  usedUp(first.allows)
  first.leave()
  time = 1_000
  expect(usedUp(allowances.join('lena').allows)).toBe(300)
})

test('bytes are counted, too', () => {
  const { allows } = new Allowances(() => 0).join('lena')
  const frame = 256 * 1024
  for (let count = 0; count < 64; count++) expect(allows(frame)).toBe(true)
  expect(allows(frame)).toBe(false)
})
