import { expect, test } from 'vitest'
import {
  isDueToLook,
  type Look,
  onePerHost,
  silentSince,
  stateOfFault,
  stateOfFound,
} from '../../../server/source/watch/link-state'

const page = (text: string) => ({ text, wholeText: text })
const asked = 'https://ledger.example/a'
const found = (parts: Partial<Parameters<typeof stateOfFound>[0]>) =>
  stateOfFound({
    asked,
    answered: asked,
    quote: 'nine districts were paid',
    was: null,
    is: page(''),
    ...parts,
  })
const day = 86_400_000
const now = new Date('2026-11-30T02:00:00Z')
const ago = (days: number, fault: 'page-missing' | null = null, address = asked) => ({
  ...{ address, fault },
  begunAt: new Date(now.getTime() - days * day),
})

test('a source has changed when its quoted words stand there no more', () => {
  expect(found({ was: page('Nine districts were paid.'), is: page('Eight districts were paid.') })).toBe(
    'changed',
  )
  expect(found({ was: page('Nine districts were paid. A.'), is: page('B. Nine districts were paid.') })).toBe(
    'ok',
  )
})

test('a quote that never stood there is no change', () => {
  expect(found({ was: page('Something else.'), is: page('Something new.') })).toBe('ok')
})

test('without a quote a page has to say what it said, however it is set', () => {
  expect(found({ quote: ' ', was: page('A “b”, c.'), is: page('a "b" – C') })).toBe('ok')
  expect(found({ quote: '', was: page('A b c'), is: page('A b d') })).toBe('changed')
})

test('a page that answers elsewhere has moved; another scheme or a slash is no move', () => {
  expect(found({ answered: 'https://ledger.example/b' })).toBe('moved')
  expect(found({ asked: 'http://www.ledger.example/a/', answered: 'https://ledger.example/a' })).toBe('ok')
})

test('a missing page is gone, a refused one blocked, one that does not answer silent', () => {
  expect(
    (['page-missing', 'address-not-found', 'page-refused', 'address-too-slow'] as const).map(stateOfFault),
  ).toEqual(['gone', 'gone', 'blocked', 'silent'])
})

test('a page that cannot be reached from here is not gone', () => {
  expect(stateOfFault('address-unreachable')).toBe('silent')
})

test('an address is looked at once, then weekly, and ever less often where it fails', () => {
  expect(isDueToLook(asked, [], now)).toBe(true)
  expect(isDueToLook(asked, [ago(6)], now)).toBe(false)
  expect(isDueToLook(asked, [ago(7)], now)).toBe(true)
  const failed = (...days: number[]) => days.map((days) => ago(days, 'page-missing'))
  expect(isDueToLook(asked, failed(0.05), now)).toBe(true)
  expect(isDueToLook(asked, failed(0.05, 0.1), now)).toBe(false)
  expect(isDueToLook(asked, failed(2, 3, 4, 5), now)).toBe(false)
  expect(isDueToLook(asked, failed(3, 4, 5, 6), now)).toBe(true)
  expect(isDueToLook(asked, failed(6, 7, 8, 9, 10), now)).toBe(false)
})

test('a server that gave nothing four times in a row over three weeks is silent since the first of them', () => {
  const looks = (...days: number[]) =>
    days.map((days) => ({ ...ago(days), fault: 'address-too-slow' as const }))
  expect(silentSince(looks(7, 14, 21), now)).toEqual(ago(21).begunAt)
  expect(silentSince(looks(7, 14, 20), now)).toBeNull()
  expect(silentSince(looks(7, 21), now)).toBeNull()
  expect(silentSince(looks(), now)).toBeNull()
})

test('a server that answered in between, if only that it refuses, is not silent; a fault of our own says nothing', () => {
  const fault = (days: number, fault: Look['fault']) => ({ ...ago(days), fault })
  const unreachable = (days: number) => fault(days, 'address-unreachable')
  const [last, first] = [
    [unreachable(7), unreachable(9)],
    [unreachable(18), unreachable(22)],
  ]
  expect(silentSince([...last, ...first], now)).toEqual(ago(22).begunAt)
  expect(silentSince([...last, fault(14, null), ...first], now)).toBeNull()
  expect(silentSince([...last, fault(14, 'page-refused'), ...first], now)).toBeNull()
  expect(silentSince([...last, fault(14, 'archive-failed'), ...first], now)).toEqual(ago(22).begunAt)
})

test('another address of the same source is a new one', () => {
  expect(isDueToLook('https://ledger.example/b', [ago(1)], now)).toBe(true)
})

test('of one host one address is asked in a round', () => {
  const due = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1'].map((address) => ({
    address,
  }))
  expect(onePerHost(due).map(({ address }) => address)).toEqual([
    'https://a.example/1',
    'https://b.example/1',
  ])
})
