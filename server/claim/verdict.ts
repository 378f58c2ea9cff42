import type { Verdict } from '../../db/vocabulary'

/** The number machines get for a verdict on the scale 1 to 5; null where the verdict has no place on an order. */
export const ratingOf: Record<Verdict, number | null> = {
  true: 5,
  'mostly-true': 4,
  'half-true': 3,
  'mostly-false': 2,
  misleading: null,
  false: 1,
  unproven: null,
}

/** The key that gives a verdict in the workspace, the same on every desk and in every order; 0 takes it away. */
export const keyOf: Record<Verdict, string> = {
  true: '1',
  'mostly-true': '2',
  misleading: '3',
  false: '4',
  unproven: '5',
  'half-true': '6',
  'mostly-false': '7',
}

/** The name of a verdict's mark, colour and line in the stylesheet; null is not yet rated. */
export function styleOf(verdict: Verdict | null): string {
  return verdict === null ? 'v-unrated' : `v-${shortened[verdict] ?? verdict}`
}

const shortened: Partial<Record<Verdict, string>> = {
  ...{ 'mostly-true': 'mostly', 'half-true': 'half' },
}
