const formats: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
}

/** A date as people write it, no more precise than it was stated: "5 March 2026", "March 2026", "2026". */
export function statedDate(iso: string): string {
  const day = iso.slice(0, 10)
  const date = new Date(day)
  if (Number.isNaN(date.getTime())) return iso
  const format = formats[day.length] ?? { dateStyle: 'long' }
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(date)
}
