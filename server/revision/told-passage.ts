import { dateFormat } from '../date/date-format'
import type { Words } from '../words'

/**
 * What readers are told of a passage that its publisher has changed or removed since the text that was checked. Times
 * are ISO 8601: when that text was kept, and when the first one was that has the passage otherwise.
 */
export type ToldPassage = {
  change: 'edited' | 'substantive' | 'removed'
  checkedAt: string
  changedBy: string
}

/** The sentence that says so, with days and times as a desk writes them. */
export function toldLine(
  { change, checkedAt, changedBy }: ToldPassage,
  { language, timeZone }: { language: string; timeZone: string },
  say: Words,
): string {
  const said = (at: string, style: Intl.DateTimeFormatOptions) =>
    dateFormat(language, { timeZone, ...style }).format(new Date(at))
  const time = said(checkedAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return say(change === 'removed' ? 'revision.publicLine.removed' : 'revision.publicLine.changed', {
    version: `${said(checkedAt, { dateStyle: 'long' })}, ${time}`,
    day: said(changedBy, { dateStyle: 'long' }),
  })
}
