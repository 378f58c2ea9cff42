import { figureAmount, figureLine, periodOf, workedOutLine } from '../../claim/figure/figure-line'
import { dateFormat } from '../../date/date-format'
import { statedDate } from '../../date/stated-date'
import { inRow } from '../../language/stand-apart'
import { screenLocale, type Words, words } from '../../words'
import type { ApartCode } from '../disagreement/comparable'
import type { Saying } from './cards'
import { type LedgerEntry, type LedgerGroup, type LedgerRow, withoutFigure } from './ledger'
import type { ApartGroups } from './not-compared'
import { isWithoutUnit, type Remark } from './remarks'

/** In whose words and language a ledger is written. */
export type Voice = { say: Words; language: string }
export const screenVoice = (): Voice => ({ say: words(), language: screenLocale() })

/** The columns in which a ledger stands on pages. */
export const ledgerColumns = [
  ...(['when', 'said', 'where', 'reported', 'low', 'high'] as const),
  ...(['from', 'to', 'place', 'scope', 'verdict'] as const),
]

export type LedgerColumn = (typeof ledgerColumns)[number]

/** What a column is called: what is asked when a figure is confirmed has the name that it has there. */
export function nameOfColumn(column: LedgerColumn, { say }: Voice): string {
  return column === 'to' || column === 'place'
    ? say(`figure.field.${column}`)
    : say(`dossier.column.${column}`)
}

/** What a group is called: what it counts, with its unit where it has one. */
export function nameOfGroup(
  { id, counted, unit, per }: Pick<LedgerGroup, 'id' | 'counted' | 'unit' | 'per'>,
  { say }: Voice,
): string {
  if (id === withoutFigure) return say('dossier.noFigureGroup')
  if (!counted) return say('dossier.uncountedGroup')
  const [first = '', ...rest] = Array.from(counted)
  const name = first.toLocaleUpperCase() + rest.join('')
  const measured = [unit, per && say('figure.per', { per })].filter(Boolean).join(' ')
  return measured ? say('dossier.groupOf', { counted: name, unit: measured }) : name
}

/** What an entry says in numbers, or that it says nothing. */
export function amountOf({ figure }: Pick<LedgerEntry, 'figure'>, voice: Voice): string {
  return figure ? figureAmount(figure, voice) : voice.say('dossier.noFigure')
}

/** The same with what the chart shows beside it: what the desk worked out, and that the dotted line stands for it. */
export function labelOf(row: Pick<LedgerRow, 'figure' | 'isReference'>, voice: Voice): string {
  const { say } = voice
  const worked = row.figure?.workedOut && { ...row.figure, low: row.figure.workedOut.value }
  const value = worked && figureAmount({ ...worked, high: worked.low, exactness: 'exactly' }, voice)
  return inRow([
    amountOf(row, voice),
    value && say('dossier.workedOut', { value }),
    row.isReference && say('dossier.atLine'),
  ])
}

/** What the claims are rated for which the dotted line stands, in the words of their desk; empty where there is none. */
export const referenceLabel = ({ rows }: Pick<LedgerGroup, 'rows'>): string =>
  rows.find(({ isReference }) => isReference)?.label ?? ''

/** What is said of a row beside its number, in a table and a file: one sentence each. */
export function notesOn({ figure, isReference }: LedgerRow, voice: Voice): string[] {
  const { say } = voice
  return [
    figure ? workedOutLine(figure, voice) : '',
    figure && isWithoutUnit(figure) ? say('dossier.remark.unit-not-stated') : '',
    isReference ? say('dossier.atLine') : '',
  ].filter(Boolean)
}

/** What a remark says in a sentence. */
export function remarkInWords(remark: Remark, voice: Voice): string {
  const { say } = voice
  const saying = meantInWords(remark.saying, voice)
  if (remark.kind === 'unit-not-stated') return say('dossier.unitHow', { saying })
  if (remark.kind === 'worked-out')
    return say('dossier.workedOutHow', { saying, how: workedOutLine(remark.saying.figure, voice) })
  const others = inRow(remark.others.map((other) => meantInWords(other, voice)))
  return say('dossier.differLine', { amount: saying, others })
}

/** A number with what it counts, and who says it. */
function meantInWords({ figure, entries }: Saying, voice: Voice): string {
  const { workedOut: _, saidBy: __, ...meant } = figure
  const amount = figureLine({ ...meant, saidBy: '', from: null, to: null, place: '' }, voice)
  return voice.say('dossier.saying', { amount, by: byWhom(entries) })
}

/** What is said, and by whom. */
export function sayingInWords({ figure, entries }: Saying, voice: Voice): string {
  return voice.say('dossier.saying', { amount: figureAmount(figure, voice), by: byWhom(entries) })
}

const byWhom = (entries: Saying['entries']) =>
  inRow([...new Set(entries.map(({ said, where }) => said || where))])

/** The same with what sets it apart: its scope, place or period, where that is the reason. */
export function apartInWords({ figure, entries }: Saying, code: ApartCode, voice: Voice): string {
  const { scope, place } = figure
  const apart: Partial<Record<ApartCode, string>> = {
    ...{ 'figures-other-scope': scope, 'figures-other-place': place },
    'figures-other-period': periodOf(figure, voice),
  }
  const amount = inRow([figureAmount(figure, voice), apart[code]])
  return voice.say('dossier.saying', { amount, by: byWhom(entries) })
}

/** With what a group is not compared beyond itself: the names of those groups, or that it is all others. */
export function othersInWords(
  { code, ids }: ApartGroups,
  groups: Pick<LedgerGroup, 'id' | 'counted' | 'unit' | 'per'>[],
  voice: Voice,
): string {
  if (code === 'figures-other-counted') return voice.say('dossier.otherGroups')
  return inRow(groups.filter(({ id }) => ids.includes(id)).map((group) => nameOfGroup(group, voice)))
}

/** A day as it stands before a row of the chart: "3 Mar"; a month or a year as it was stated. */
export function shortDay(day: string | null, language: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '')
  if (!found) return day ? statedDate(day, language) : ''
  const at = new Date(`${found[0]}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return day ?? ''
  return dateFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at)
}

/** What became of the claim: its verdict, unless readers are told that the desk no longer stands by it. */
export function verdictOf(
  { standing, label }: Pick<LedgerRow, 'standing' | 'label'>,
  { say }: Voice,
): string {
  if (standing === 'retracted') return say('publicDossier.retracted')
  return standing === 'under-review' ? say('publicDossier.underReview') : label
}
