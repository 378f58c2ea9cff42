/** The fixed words of the product, in the order screens show them. */

export const roles = ['observer', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Verification statuses a person may give; a claim without one is "not yet rated" (null). */
export const verdicts = ['true', 'mostly-true', 'misleading', 'false', 'unproven'] as const
export type Verdict = (typeof verdicts)[number]

export const claimKinds = [
  'number',
  'quote',
  'date',
  'cause',
  'comparison',
  'prediction',
  'opinion',
  'picture',
  'video',
] as const
export type ClaimKind = (typeof claimKinds)[number]

export const stances = ['supports', 'refutes', 'context'] as const
export type Stance = (typeof stances)[number]

export const sourceKinds = ['primary-document', 'data', 'expert', 'witness', 'news', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What a submission asks for: a first publication, or one of the kinds of correction. */
export const submissionKinds = ['first', 'typo', 'clarification', 'factual', 'verdict-change'] as const
export type SubmissionKind = (typeof submissionKinds)[number]
export const correctionKinds = submissionKinds.filter((kind) => kind !== 'first')

/** Texts of a claim that another wording can be suggested for. */
export const suggestable = ['statement', 'short-answer', 'not-known'] as const
export type Suggestable = (typeof suggestable)[number]

export const decisions = ['approved', 'returned'] as const
export type Decision = (typeof decisions)[number]

/** Stages as contracts derive them from rows and hashes; none of them is stored. */
export const stages = ['to-check', 'ready', 'in-review', 'returned', 'published', 'changed-since'] as const
export type Stage = (typeof stages)[number]

export const logKinds = ['publication', 'correction'] as const
export type LogKind = (typeof logKinds)[number]
