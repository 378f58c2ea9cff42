import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepRounds } from '../../server/channel/keep-rounds'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A round that ends when it is told to, and how often it began. */
function aRound() {
  let end = (_error?: Error) => {}
  const round = vi.fn(
    (_isClosed: () => boolean) =>
      new Promise<void>((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve())
      }),
  )
  return { round, end: (error?: Error) => end(error) }
}

const onError = vi.fn()

test('a round that takes long is followed by one, not by all that fell due meanwhile', async () => {
  const { round, end } = aRound()
  const work = keepRounds({ every: 10, round, onError })
  expect(round).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(round).toHaveBeenCalledTimes(1)
  end()
  await vi.advanceTimersByTimeAsync(15)
  expect(round).toHaveBeenCalledTimes(2)
  end()
  await work.close()
})

test('a round that failed is told and followed by the next', async () => {
  const { round, end } = aRound()
  const work = keepRounds({ every: 10, round, onError, waitsFirst: true })
  expect(round).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10)
  end(new Error('the wire is cut'))
  await vi.advanceTimersByTimeAsync(10)
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('the wire is cut'))
  expect(round).toHaveBeenCalledTimes(2)
  end()
  await work.close()
})

test('closing tells the round under way, waits for it, and begins no other', async () => {
  const { round, end } = aRound()
  const work = keepRounds({ every: 10, round, onError })
  const isClosed = round.mock.calls[0]?.[0]
  expect(isClosed?.()).toBe(false)
  let isDown = false
  const closing = work.close().then(() => {
    isDown = true
  })
  await vi.advanceTimersByTimeAsync(100)
  expect([isClosed?.(), isDown]).toEqual([true, false])
  end()
  await closing
  await vi.advanceTimersByTimeAsync(100)
  expect(round).toHaveBeenCalledTimes(1)
})
