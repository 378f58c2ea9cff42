const months = [
  'january jan januar janvier enero gennaio janeiro januari stycznia',
  'february feb februar février fevrier febrero febbraio fevereiro februari lutego',
  'march mar märz maerz mars marzo março marco maart marca',
  'april apr avril abril aprile kwietnia',
  'may mai mayo maggio maio mei maj maja',
  'june jun juni juin junio giugno junho czerwca',
  'july jul juli juillet julio luglio julho lipca',
  'august aug août aout agosto augustus augusti sierpnia',
  'september sep sept septembre septiembre settembre setembro września',
  'october oct oktober okt octobre octubre ottobre outubro października',
  'november nov novembre noviembre novembro listopada',
  'december dec dezember dez décembre decembre diciembre dicembre dezembro grudnia',
]
const monthNumber = new Map(
  months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
)
const monthName = [...monthNumber.keys()].toSorted((one, other) => other.length - one.length).join('|')
const month = `(?<month>${monthName})\\.?`
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?'
const year = '(?<year>(?:19|20)\\d{2})'
const gap = '[\\s,.]+(?:de[l]?\\s+)?'

const writtenForms = [
  new RegExp(`(?<![\\p{L}\\d])${day}${gap}${month}${gap}${year}(?!\\d)`, 'iu'),
  new RegExp(`(?<![\\p{L}\\d])${month}${gap}${day}${gap}${year}(?!\\d)`, 'iu'),
  new RegExp(`(?<!\\d)${year}[-/.](?<number>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)`, 'u'),
  new RegExp(`(?<!\\d)${year}\\s*[年년]\\s*(?<number>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일]`, 'u'),
  // Only dotted figures are day first everywhere; 03/04/2024 is two dates, unless one of them is over twelve.
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?${year}(?!\\d)`, 'u'),
  new RegExp(`(?<!\\d)(?<day>1[3-9]|2\\d|3[01])[/-](?<number>0?[1-9]|1[0-2])[/-]${year}(?!\\d)`, 'u'),
  new RegExp(`(?<!\\d)(?<number>0?[1-9]|1[0-2])[/-](?<day>1[3-9]|2\\d|3[01])[/-]${year}(?!\\d)`, 'u'),
  // "Fri Feb 23 15:58:13 2024" and the like.
  new RegExp(`(?<![\\p{L}\\d])${month}\\s+${day}\\s+\\d\\d:\\d\\d(?::\\d\\d)?\\s+${year}(?!\\d)`, 'iu'),
  // A month and year alone; behind a day that month does not have they would be half a date.
  new RegExp(`(?<![\\p{L}\\d])(?<!\\d(?:st|nd|rd|th)?[\\s,.]{1,3})${month}${gap}${year}(?!\\d)`, 'iu'),
]

const clock =
  /(?<!\d)(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))(?::(?<second>\d{2}))?\s*(?:Uhr\s*)?(?<half>[ap]\.?m\.?)?\s*\(?(?<zone>UTC|GMT|Z|ES?T|EDT|PST|PDT|KST|JST|CES?T|HKT|SGT)?(?<offset>[+-]\d{2}:?\d{2})?(?![\p{L}\d])/iu

// Abbreviations that name one offset only; IST, CST and BST name several and "ET" moves with the season.
const zones: Record<string, string> = {
  UTC: 'Z',
  GMT: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
  KST: '+09:00',
  JST: '+09:00',
  CET: '+01:00',
  CEST: '+02:00',
  HKT: '+08:00',
  SGT: '+08:00',
}

export type StatedDate = { iso: string; start: number; end: number }

/** The first date written out in a text, as ISO 8601 exactly as precise as it is stated, with its place in UTF-16 units. */
export function dateIn(text: string): StatedDate | null {
  const found = writtenForms
    .map((form) => form.exec(text))
    .filter((match) => match !== null)
    .toSorted((one, other) => one.index - other.index || other[0].length - one[0].length)
  for (const match of found) {
    const iso = isoDay(match.groups ?? {})
    if (iso) return withClock(text, { iso, start: match.index, end: match.index + match[0].length })
  }
  return null
}

function isoDay(parts: Record<string, string | undefined>): string | null {
  const number = parts.number ? Number(parts.number) : monthNumber.get((parts.month ?? '').toLowerCase())
  if (!number || number > 12 || !parts.year) return null
  const iso = `${parts.year}-${pad(number)}`
  if (!parts.day) return iso
  return isDay(Number(parts.year), number, Number(parts.day)) ? `${iso}-${pad(Number(parts.day))}` : null
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

// A time of day counts when it stands right behind the date, or right before it ("9:14 am, 3 May 2024").
function withClock(text: string, date: StatedDate): StatedDate {
  if (date.iso.length < 10) return date
  const behind = clock.exec(text.slice(date.end, date.end + 40))
  if (
    behind &&
    /^[\s,.;|·•–—-]*(?:(?:at|um|à|a las|alle|às|om|T)\s*)?$/i.test(
      text.slice(date.end, date.end + behind.index),
    )
  ) {
    const time = isoClock(behind)
    return time ? { ...date, iso: date.iso + time, end: date.end + behind.index + behind[0].length } : date
  }
  const before = text.slice(Math.max(0, date.start - 30), date.start)
  const ahead = clock.exec(before)
  if (
    ahead &&
    /^[\s,.;|·•–—-]*(?:on\s+)?(?:\p{L}{2,9},?\s*)?$/iu.test(before.slice(ahead.index + ahead[0].length))
  ) {
    const time = isoClock(ahead)
    return time ? { ...date, iso: date.iso + time, start: date.start - before.length + ahead.index } : date
  }
  return date
}

function isoClock(match: RegExpExecArray): string | null {
  const { hour = '', minute = '00', second, half, zone, offset } = match.groups ?? {}
  let hours = Number(hour)
  if (half) {
    if (hours < 1 || hours > 12) return null
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0)
  }
  if (hours > 23 || Number(minute) > 59) return null
  const place = offset
    ? offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
    : (zones[zone?.toUpperCase() ?? ''] ?? '')
  return `T${pad(hours)}:${minute}${second ? `:${second}` : ''}${place}`
}

const machineForm =
  /^\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?\s*$/i

/** A date meant for machines as ISO 8601, as precise as it is stated; null when it is no date or long before the web. */
export function machineDate(text: string): string | null {
  const match = machineForm.exec(text)
  if (!match) return dateIn(text)?.iso ?? null
  const [, year = '', month, day, hour, minute, second, zone] = match
  if (Number(year) < 1900 || Number(year) > 2100 || Number(month ?? 1) < 1 || Number(month ?? 1) > 12)
    return null
  if (!month || !day) return month ? `${year}-${month}` : year
  if (!isDay(Number(year), Number(month), Number(day))) return null
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return `${year}-${month}-${day}`
  return `${year}-${month}-${day}T${hour}:${minute}${second ? `:${second}` : ''}${isoOffset(zone)}`
}

function isoOffset(zone: string | undefined): string {
  if (!zone) return ''
  return /^[+-]/.test(zone)
    ? zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`)
    : 'Z'
}

const publishedLabel =
  /\b(?:(?:first\s+|originally\s+)?(?:published|posted|issued|released|filed)(?:\s+(?:on|at|date))?|publication date|date|erstellt|veröffentlicht(?:\s+am)?|publié(?:e)?(?:\s+le)?|publicado(?:\s+(?:el|em))?|pubblicato(?:\s+il)?|gepubliceerd(?:\s+op)?)\s*[:\-–—|]?\s*/iu
const updatedLabel =
  /\b(?:(?:last\s+)?(?:updated|modified|edited|revised)(?:\s+(?:on|at))?|aktualisiert(?:\s+am)?|mis à jour(?:\s+le)?|actualizado(?:\s+el)?|atualizado(?:\s+em)?|aggiornato(?:\s+il)?|bijgewerkt(?:\s+op)?)\s*[:\-–—|]?\s*/iu

export type LabelledDates = { published: string | null; updated: string | null; bare: string | null }

/** The dates a line states by label; a date without any label is "bare" and means nothing by itself. */
export function datesIn(line: string): LabelledDates {
  const dates: LabelledDates = { published: null, updated: null, bare: null }
  let rest = line
  for (let date = dateIn(rest); date; date = dateIn(rest)) {
    const kind = labelOf(rest.slice(0, date.start))
    dates[kind] ??= date.iso
    rest = rest.slice(date.end)
  }
  return dates
}

function labelOf(before: string): keyof LabelledDates {
  const updated = lastMatch(before, updatedLabel)
  const published = lastMatch(before, publishedLabel)
  if (updated < 0 && published < 0) return 'bare'
  return updated > published ? 'updated' : 'published'
}

function lastMatch(text: string, label: RegExp): number {
  const every = new RegExp(label.source, 'giu')
  return [...text.matchAll(every)].at(-1)?.index ?? -1
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
