import { expect, test } from 'vitest'
import { agreementOf, deskAgreement, type FirstVerdict } from '../../server/own-verdict/agreement'

type Pair = readonly [string, string]
const times = (count: number, pair: Pair): Pair[] => Array.from({ length: count }, () => pair)
const table = (bothYes: number, yesNo: number, noYes: number, bothNo: number) =>
  agreementOf([
    ...[...times(bothYes, ['yes', 'yes']), ...times(yesNo, ['yes', 'no'])],
    ...[...times(noYes, ['no', 'yes']), ...times(bothNo, ['no', 'no'])],
  ])

test('kappa of published two-way tables', () => {
  // Wikipedia, “Cohen’s kappa”: fifty grant proposals, and two tables with the same agreement and other margins.
  expect(table(20, 5, 10, 15).kappa).toBeCloseTo(0.4, 4)
  expect(table(45, 15, 25, 15).kappa).toBeCloseTo(0.1304, 4)
  expect(table(25, 35, 5, 35).kappa).toBeCloseTo(0.2593, 4)
})

test('kappa of three kinds, of the table in Cohen’s own paper', () => {
  // Cohen 1960, table 1, as counts of 200: agreement .29 where chance gives .35.
  const counts = [
    [50, 26, 24],
    [24, 4, 32],
    [6, 30, 4],
  ]
  const kinds = ['personality disorder', 'neurosis', 'psychosis']
  const pairs = counts.flatMap((row, one) =>
    row.flatMap((count, other) => times(count, [kinds[one] ?? '', kinds[other] ?? ''])),
  )
  expect(agreementOf(pairs)).toMatchObject({ claims: 200, agreed: 58, why: null })
  expect(agreementOf(pairs).kappa).toBeCloseTo(-0.0923, 4)
})

test('always the same of several is 1, and few claims give no figure', () => {
  expect(agreementOf([...times(6, ['a', 'a']), ...times(6, ['b', 'b'])]).kappa).toBe(1)
  expect(agreementOf(times(9, ['a', 'b']))).toEqual({ claims: 9, agreed: 0, kappa: null, why: 'too-few' })
  expect(agreementOf([])).toMatchObject({ claims: 0, why: 'too-few' })
})

test('one verdict throughout gives no figure: chance would agree as well', () => {
  expect(agreementOf(times(12, ['a', 'a']))).toEqual({
    claims: 12,
    agreed: 12,
    kappa: null,
    why: 'one-verdict',
  })
})

const by = (
  name: string,
  claimId: string,
  verdict: FirstVerdict['verdict'],
  decided: FirstVerdict['decided'] = null,
) => ({
  ...{ claimId, member: { id: name, name }, verdict, decided },
})

test('a desk’s first and second verdicts are paired by claim, in the order they were signed', () => {
  const { firstSecond, firstDecided, secondDecided, members } = deskAgreement([
    ...[
      by('Lena', 'one', 'false', 'false'),
      by('Idris', 'one', 'true', 'false'),
      by('Ruth', 'one', 'false', 'false'),
    ],
    ...[by('Idris', 'two', 'true'), by('Lena', 'two', 'true')],
    by('Ruth', 'three', 'unproven', 'false'),
  ])
  expect(firstSecond).toMatchObject({ claims: 2, agreed: 1 })
  expect(firstDecided).toMatchObject({ claims: 2, agreed: 1 })
  expect(secondDecided).toMatchObject({ claims: 1, agreed: 0 })
  expect(members.map(({ names, agreement }) => [...names, agreement.claims, agreement.agreed])).toEqual([
    ['Idris', 'Lena', 2, 1],
    ['Lena', 'Ruth', 1, 1],
    ['Idris', 'Ruth', 1, 0],
  ])
})
