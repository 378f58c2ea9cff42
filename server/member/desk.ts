import { z } from 'zod'

export const deskNameShape = z.string().trim().min(2).max(80)

/** A time zone by its IANA name, such as Europe/Berlin. */
export const timeZoneShape = z.string().refine(isTimeZone)

/** What stands for the desk in addresses: its name in plain lower-case letters and digits. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  // /desk/import leads to the import of whoever comes there.
  return plain === 'import' ? 'import-desk' : plain || 'desk'
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    // Intl throws a RangeError for a zone it does not know: that is its answer.
    return false
  }
}
