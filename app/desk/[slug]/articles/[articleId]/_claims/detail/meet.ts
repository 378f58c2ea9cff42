import type { Claim } from '@/server/claim/claim'
import { utf16Before } from '@/server/claim/quote'

type Quoted = Pick<Claim, 'revision' | 'selectors'>

/** Whether two quotes of one revision overlap or have nothing but space between them. */
export function meet(one: Quoted, other: Quoted, text: string): boolean {
  if (one.revision !== other.revision) return false
  const [first, last] = [one.selectors.position, other.selectors.position].sort((a, b) => a.start - b.start)
  if (!first || !last) return false
  return text.slice(utf16Before(text, first.end), utf16Before(text, last.start)).trim() === ''
}
