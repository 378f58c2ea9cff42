const parts: Intl.DateTimeFormatOptions[] = [{ year: 'numeric' }, { month: 'long' }, { day: 'numeric' }]

/** A stated date as precise as it was stated ("5 March 2026", "March 2026", "2026"); anything else as it was written. */
export function statedDay(stated: string): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(stated.trim())
  const numbers = (found?.slice(1) ?? []).filter(Boolean).map(Number)
  const [year = Number.NaN, month = 1, day = 1] = numbers
  const at = new Date(Date.UTC(year, month - 1, day))
  if (Number.isNaN(at.getTime())) return stated.trim()
  const format = Object.assign({}, ...parts.slice(0, numbers.length))
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(at)
}
