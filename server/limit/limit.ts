import type { Refusal } from '../refusal'

/** The members who alone may know of an article; null when the whole desk may. */
export type Limit = { members: string[] } | null

/** Why an article cannot be limited to these members: whoever limits it is not among them, or one is not on the desk. */
export function whyNotLimit(
  named: string[],
  { by, onDesk }: { by: string; onDesk: string[] },
): Refusal | null {
  if (!named.includes(by)) return { code: 'limit-without-you' }
  return named.every((id) => onDesk.includes(id)) ? null : { code: 'member-unknown' }
}

/** Whether two say that the same members may know of an article, in whatever order. */
export function isSameLimit(one: string[] | null, other: string[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((id) => other.includes(id))
}
