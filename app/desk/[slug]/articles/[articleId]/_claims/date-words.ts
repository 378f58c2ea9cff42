const precisions: [RegExp, Intl.DateTimeFormatOptions][] = [
  [/^\d{4}-\d{2}-\d{2}$/, { day: 'numeric', month: 'long', year: 'numeric' }],
  [/^\d{4}-\d{2}$/, { month: 'long', year: 'numeric' }],
]

/** A date as people write it, as precise as it is known: "5 March 2026", "March 2026"; other words stay as they are. */
export function dateInWords(date: string): string {
  const found = precisions.find(([shape]) => shape.test(date.trim()))
  const time = Date.parse(date)
  if (!found || Number.isNaN(time)) return date
  return new Intl.DateTimeFormat('en-GB', { ...found[1], timeZone: 'UTC' }).format(time)
}
