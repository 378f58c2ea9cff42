import type { Stage } from '../../db/vocabulary'
import type { DeskAgreement } from '../own-verdict/agreement'
import { words } from '../words'
import { csv } from './csv'
import type { Step } from './stage-clock'

/** How many claims stand at a stage, and when the oldest of them was marked, as far as rows say. */
export type StageCount = { stage: Stage; claims: number; oldest: Date | null }

/** A submission that waits for a decision. */
export type Waiting = {
  claimId: string
  articleId: string
  statement: string
  submitter: string
  since: Date
}

/** What was published in a week that begins on this Monday of the desk's calendar. */
export type WeekCount = { monday: string; first: number; corrections: number }

/** How long a step took: the quarter, half and three quarters of the claims that took no longer, in ms. */
export type StepTime = {
  step: Exclude<Step, 'marked'>
  claims: number
  quarter: number
  half: number
  threeQuarters: number
}

/** All statistics of a desk at a moment. */
export type Statistics = {
  at: Date
  stages: StageCount[]
  waiting: { count: number; longest: Waiting[] }
  weeks: WeekCount[]
  steps: StepTime[]
  agreement: DeskAgreement
}

/** How far back published weeks and step times look, in weeks. */
export const weeksShown = 12

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** How long something lasted, in the two largest units that say something, such as "2 d 3 h". */
export function lastedInWords(ms: number): string {
  const t = words()
  const units = [
    { unit: 'd', count: Math.floor(ms / day) },
    { unit: 'h', count: Math.floor((ms % day) / hour) },
    { unit: 'min', count: Math.floor((ms % hour) / minute) },
  ] as const
  const first = units.findIndex(({ count }) => count > 0)
  if (first < 0) return t('statistics.underMinute')
  const shown = units.slice(first, first + 2).filter(({ count }) => count > 0)
  return shown.map(({ unit, count }) => t(`statistics.unit.${unit}`, { count })).join(' ')
}

const hours = (ms: number) => Math.round(ms / 36_000) / 100

/** The statistics as one table of CSV: what, which, and the numbers, times in hours. */
export function statisticsFile({ at, stages, waiting, weeks, steps, agreement }: Statistics): string {
  const since = (date: Date | null) => (date ? hours(at.getTime() - date.getTime()) : null)
  return csv([
    ['figure', 'of', 'count', 'hours', 'hours, quarter', 'hours, three quarters'],
    ...stages.map(({ stage, claims, oldest }) => ['stage, oldest', stage, claims, since(oldest), null, null]),
    ...waiting.longest.map((one) => ['waiting', one.statement, null, since(one.since), null, null]),
    ...weeks.flatMap(({ monday, first, corrections }) => [
      ['published', monday, first, null, null, null],
      ['corrected', monday, corrections, null, null, null],
    ]),
    ...steps.map(({ step, claims, half, quarter, threeQuarters }) => [
      ...['step', step, claims],
      ...[half, quarter, threeQuarters].map(hours),
    ]),
    ['figure', 'of', 'claims', 'agreed', 'kappa', null],
    ...agreementRows(agreement).map(({ of, claims, agreed, kappa }) => [
      ...['agreement', of, claims, agreed, kappa === null ? null : Math.round(kappa * 1000) / 1000, null],
    ]),
  ])
}

function agreementRows({ ratedBlind, firstSecond, firstDecided, secondDecided, members }: DeskAgreement) {
  return [
    { of: 'the claim’s verdict and one given blind', ...ratedBlind },
    { of: 'first and second verdict', ...firstSecond },
    { of: 'first verdict and decision', ...firstDecided },
    { of: 'second verdict and decision', ...secondDecided },
    ...members.map(({ names, agreement }) => ({ of: names.join(' and '), ...agreement })),
  ]
}
