import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { followSaving } from '../../app/desk/[slug]/articles/[articleId]/_room/line/saving'
import { setTopic } from '../../server/room/doc/claim-values'
import { openDoc } from '../../server/room/doc/room-doc'

const claimId = '01900000-0000-7000-8000-000000000001'

function aWindow(whenWritten?: () => Promise<void>) {
  const doc = openDoc()
  const asked: number[] = []
  const server = {}
  const saving = followSaving(doc, (origin) => origin === server, {
    ...{ send: (version) => asked.push(version), whenWritten },
  })
  const edit = (topic: string, origin: unknown = null) => setTopic(doc, claimId, topic, true, origin)
  return { saving, asked, edit, server, shown: () => saving.store.get() }
}

describe('whether one’s own edits are saved', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('an edit waits until the server says that it is kept', async () => {
    const { saving, edit, asked, shown } = aWindow()
    saving.isLive()
    edit('dams')
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toEqual([1])
    expect(shown().waiting).toBe(1)
    saving.isKept(1)
    expect(shown()).toEqual({ state: 'saved', waiting: 0, onDevice: null })
  })

  test('only one question is under way; the answer brings the next, with the newest number', async () => {
    const { saving, edit, asked, shown } = aWindow()
    saving.isLive()
    edit('dams')
    await vi.advanceTimersByTimeAsync(0)
    edit('water')
    edit('relief')
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toEqual([1])
    saving.isKept(1)
    // Not at once: somebody who types fast does not ask after every letter.
    expect(asked).toEqual([1])
    await vi.advanceTimersByTimeAsync(50)
    expect(asked).toEqual([1, 3])
    expect(shown().waiting).toBe(1)
    saving.isKept(2)
    expect(shown().waiting).toBe(1)
  })

  test('a question without an answer is asked again, as either may be lost on its way', async () => {
    const { saving, edit, asked, shown } = aWindow()
    saving.isLive()
    edit('dams')
    await vi.advanceTimersByTimeAsync(2_500)
    expect(asked).toEqual([1])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toEqual([1, 1])
    saving.isKept(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual([1, 1])
    expect(shown()).toEqual({ state: 'saved', waiting: 0, onDevice: null })
  })

  test('letters typed one after the other are one change, a pause begins the next', async () => {
    const { saving, edit, shown } = aWindow()
    saving.isOffline()
    for (const letters of ['d', 'da', 'dam']) {
      edit(letters)
      await vi.advanceTimersByTimeAsync(1500)
    }
    expect(shown().waiting).toBe(1)
    await vi.advanceTimersByTimeAsync(1000)
    edit('dams')
    expect(shown().waiting).toBe(2)
  })

  test('what others write is not counted', () => {
    const { edit, server, shown } = aWindow()
    edit('dams', server)
    expect(shown().waiting).toBe(0)
  })

  test('changes kept from last time count as they did, and what is written now comes on top', async () => {
    const { saving, asked, edit, shown } = aWindow()
    saving.noteWaiting(2)
    expect(shown().waiting).toBe(2)
    edit('dams')
    expect(shown().waiting).toBe(3)
    saving.isLive()
    expect(asked).toEqual([3])
    saving.isKept(3)
    expect(shown()).toEqual({ state: 'saved', waiting: 0, onDevice: null })
  })

  test('a copy of which nothing waits is saved', () => {
    const { saving, asked, shown } = aWindow()
    saving.noteWaiting(0)
    saving.isLive()
    expect([asked, shown()]).toEqual([[], { state: 'saved', waiting: 0, onDevice: null }])
  })

  test('waiting is shown after a second, and called not saved when no answer comes', async () => {
    const { saving, edit, shown } = aWindow()
    saving.isLive()
    edit('dams')
    await vi.advanceTimersByTimeAsync(500)
    expect(shown().state).toBe('saved')
    await vi.advanceTimersByTimeAsync(1000)
    expect(shown().state).toBe('saving')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(shown().state).toBe('not-saved')
  })

  test('offline edits are counted, asked about when the line is back, and never called saved before', async () => {
    const { saving, edit, asked, shown } = aWindow()
    saving.isLive()
    saving.isDown()
    saving.isOffline()
    edit('dams')
    await vi.advanceTimersByTimeAsync(3000)
    edit('water')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toEqual([])
    expect(shown()).toEqual({ state: 'offline', waiting: 2, onDevice: null })
    saving.isLive()
    expect(asked).toEqual([2])
    expect(shown().state).toBe('syncing')
    saving.isKept(2)
    expect(shown()).toEqual({ state: 'saved', waiting: 0, onDevice: null })
  })

  test('a question whose answer was lost with the line is asked again', async () => {
    const { saving, edit, asked } = aWindow()
    saving.isLive()
    edit('dams')
    await vi.advanceTimersByTimeAsync(0)
    saving.isDown()
    saving.isLive()
    expect(asked).toEqual([1, 1])
  })

  test('a change is said to be on the device once the copy there has it', async () => {
    const writes: (() => void)[] = []
    const { saving, edit, shown } = aWindow(() => new Promise((resolve) => writes.push(resolve)))
    saving.isOffline()
    edit('dams')
    await vi.advanceTimersByTimeAsync(3000)
    expect(shown()).toEqual({ state: 'offline', waiting: 1, onDevice: 0 })
    edit('water')
    writes.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(shown()).toEqual({ state: 'offline', waiting: 2, onDevice: 1 })
    writes.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(shown()).toEqual({ state: 'offline', waiting: 2, onDevice: 2 })
    expect(writes).toEqual([])
  })

  test('what the copy refuses to take is not said to be on the device', async () => {
    const { saving, edit, shown } = aWindow(() => Promise.reject(new Error('the disk is full')))
    saving.noteWaiting(1)
    saving.isOffline()
    edit('dams')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(shown()).toEqual({ state: 'offline', waiting: 2, onDevice: 1 })
  })
})
