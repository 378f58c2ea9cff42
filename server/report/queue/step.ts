import type { ReportStepKind } from '../../../db/vocabulary'
import type { Refusal } from '../../refusal'
import type { ReportState } from '../report'

/** What a member does with a report; a task for somebody is given with it or not. */
export type Step =
  | { kind: 'answered'; answer: string; isPublic: boolean }
  | { kind: 'duplicate'; duplicateOf: string }
  | { kind: 'taken-up'; givenTo?: string | null; dueAt?: Date | null }
  | { kind: 'spam' | 'put-back' }

/** The step that holds, as it is read: whose it is, when, and what it said. */
export type Standing = {
  id: string
  kind: ReportStepKind
  answer: string
  isPublic: boolean
  duplicateOf: string | null
  by: { id: string; name: string }
  at: Date
}

/** The longest answer, in UTF-16 units. */
export const longestAnswer = 5_000

/** What is known of the report that another is said to double. */
export type Other = { state: ReportState } | null

type Judged = {
  standing: Pick<Standing, 'id' | 'by' | 'kind'> | null
  /** The step that whoever acts has read; null where they saw none. */
  seen: string | null
  /** Whether it is about a claim, an article or a dossier, on whose page an answer can stand. */
  hasPage: boolean
  /** Of a double: what it doubles, and whether others double itself. */
  other?: Other
  isDoubled?: boolean
}

/** Why a member may not do this with a report now; null when they may. */
export function whyNotStep(
  step: Step,
  { standing, seen, hasPage, other, isDoubled }: Judged,
): Refusal | null {
  if (seen !== (standing?.id ?? null))
    return {
      code: 'report-changed',
      values: { by: standing?.by.name ?? '', is: standing ? isNow[standing.kind] : '' },
    }
  if (step.kind === 'answered') return whyNotAnswer(step, hasPage)
  if (step.kind === 'duplicate') {
    if (!other || other.state === 'duplicate' || other.state === 'spam') return { code: 'report-no-original' }
    return isDoubled ? { code: 'report-is-original' } : null
  }
  const isSame = step.kind === (standing?.kind ?? 'put-back') && step.kind !== 'taken-up'
  return isSame ? { code: 'report-same' } : null
}

/** How a sentence names the step that holds. */
const isNow: Record<ReportStepKind, string> = {
  ...{ 'taken-up': 'taken', answered: 'answered', duplicate: 'duplicate', spam: 'spam', 'put-back': 'back' },
}

/** Why this cannot be answered; the button says it, too. */
export function whyNotAnswer(
  { answer, isPublic }: { answer: string; isPublic: boolean },
  hasPage: boolean,
): Refusal | null {
  if (!answer.trim()) return { code: 'report-answer-empty' }
  if (answer.trim().length > longestAnswer)
    return { code: 'report-too-long', values: { most: longestAnswer } }
  return isPublic && !hasPage ? { code: 'report-not-public' } : null
}
