import type { Claim } from '@/server/claim/claim'
import { utf16Before } from '@/server/claim/quote'

/** Whether two quotes overlap or have nothing but space between them. */
export function meet(one: Pick<Claim, 'selectors'>, other: Pick<Claim, 'selectors'>, text: string): boolean {
  const [first, last] = [one.selectors.position, other.selectors.position].sort((a, b) => a.start - b.start)
  if (!first || !last) return false
  return text.slice(utf16Before(text, first.end), utf16Before(text, last.start)).trim() === ''
}
