/** The fixed words of figures and of what is said about two of them, in the order screens show them. */

/** How exact a figure is, as whoever gave it put it. */
export const exactnesses = [
  ...(['exactly', 'about', 'at-least', 'more-than'] as const),
  ...(['at-most', 'up-to', 'fewer-than'] as const),
] as const
export type Exactness = (typeof exactnesses)[number]

/** Why two figures that count the same thing differ, as people say it. */
export const disagreementReasons = [
  ...(['other-date', 'other-scope', 'other-definition', 'other-method'] as const),
  ...(['primary-and-copy', 'rounding', 'typo', 'conflict'] as const),
] as const
export type DisagreementReason = (typeof disagreementReasons)[number]

/** How a claim stands to another one that sounds like it, as people say it. */
export const claimRelations = ['same', 'repeats', 'narrower', 'contradicts', 'not-comparable'] as const
export type ClaimRelation = (typeof claimRelations)[number]

/** What becomes of an explanation of a disagreement. */
export const explanationOutcomes = ['approved', 'returned', 'withdrawn'] as const
export type ExplanationOutcome = (typeof explanationOutcomes)[number]
