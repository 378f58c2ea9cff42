/** A day as the desk's calendar has it, such as "5 Mar 2026": the same on server and in every browser. */
export function dayOn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(at)
}
