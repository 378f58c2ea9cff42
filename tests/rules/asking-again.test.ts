import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AskingAgain } from '../../app/_api/asking-again'

/** What is read at a source whose answers come when they are let go, each with what stood there as it was asked. */
function slowSource() {
  const letGo: (() => void)[] = []
  const source = {
    stands: 'before',
    asked: () => letGo.length,
    answer: (n: number) => letGo[n]?.(),
    read: () =>
      new Promise<string>((resolve) => {
        const read = source.stands
        letGo.push(() => resolve(read))
      }),
  }
  return source
}

let leave: () => void
beforeEach(() => {
  leave = () => undefined
})
afterEach(() => leave())

function ask(client: QueryClient, source: ReturnType<typeof slowSource>) {
  const observer = new QueryObserver(client, { queryKey: ['talk'], queryFn: source.read, retry: false })
  leave = observer.subscribe(() => undefined)
  return observer
}

test('what changes while the first answer is on its way is asked for once more, however often it changes', async () => {
  const client = new AskingAgain()
  const source = slowSource()
  const observer = ask(client, source)
  source.stands = 'after'
  const told = [
    client.invalidateQueries({ queryKey: ['talk'] }),
    client.invalidateQueries({ queryKey: ['talk'] }),
  ]
  expect(source.asked()).toBe(1)
  source.answer(0)
  await expect.poll(source.asked).toBe(2)
  expect(observer.getCurrentResult().data).toBe('before')
  source.answer(1)
  await Promise.all(told)
  expect(observer.getCurrentResult().data).toBe('after')
  expect(source.asked()).toBe(2)
})

test('React Query by itself takes the first answer for the newest', async () => {
  const client = new QueryClient()
  const source = slowSource()
  const observer = ask(client, source)
  source.stands = 'after'
  const told = client.invalidateQueries({ queryKey: ['talk'] })
  source.answer(0)
  await told
  expect(observer.getCurrentResult().data).toBe('before')
  expect(source.asked()).toBe(1)
})

test('what has an answer, and what nobody looks at, is invalidated as ever', async () => {
  const client = new AskingAgain()
  const source = slowSource()
  const observer = ask(client, source)
  source.answer(0)
  await expect.poll(() => observer.getCurrentResult().data).toBe('before')
  source.stands = 'after'
  const told = client.invalidateQueries({ queryKey: ['talk'] })
  await expect.poll(source.asked).toBe(2)
  source.answer(1)
  await told
  expect(observer.getCurrentResult().data).toBe('after')
  leave()
  await client.invalidateQueries({ queryKey: ['talk'] })
  expect(source.asked()).toBe(2)
  expect(client.getQueryState(['talk'])?.isInvalidated).toBe(true)
})
