import { diffChars } from 'diff'

/** One replacement in a text; positions are UTF-16 units, as the DOM and Yjs count them. */
export type Edit = { at: number; remove: number; insert: string }

/** A change as Yjs tells it: steps from the start of the text. */
export type Step = { retain?: number; insert?: unknown; delete?: number }

/** The part of a shared text that an edit needs. */
type Editable = { insert(at: number, text: string): void; delete(at: number, length: number): void }

/**
 * The smallest edit between two states of a field. The caret, where typing ended, says which of several equal
 * letters is the new one. A code point is never split: Yjs would store two broken halves.
 */
export function editBetween(before: string, after: string, caret = after.length): Edit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let end = 0
  const mayEnd = Math.min(shorter, after.length - Math.min(caret, after.length))
  while (end < mayEnd && before.at(-1 - end) === after.at(-1 - end)) end++
  let start = 0
  while (start < shorter - end && before[start] === after[start]) start++
  // The caret only breaks ties: what it left unmatched may still be equal behind it.
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  if (isInside(before, start) || isInside(after, start)) start--
  if (isInside(before, before.length - end) || isInside(after, after.length - end)) end--
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

/** Whether a position lies between the two halves of a code point. */
function isInside(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Writes edits into a shared text, one after the other. */
export function writeEdits(text: Editable, edits: Edit[]) {
  for (const { at, remove, insert } of edits) {
    if (remove) text.delete(at, remove)
    if (insert) text.insert(at, insert)
  }
}

/** Where a position stands after somebody else's change; text put exactly there goes behind it. */
export function shifted(position: number, steps: Step[]): number {
  let [read, moved] = [0, 0]
  for (const step of steps) {
    if (step.retain !== undefined) read += step.retain
    else if (step.delete !== undefined) {
      moved -= Math.max(0, Math.min(step.delete, position - read))
      read += step.delete
    } else if (read < position) moved += lengthOf(step.insert)
  }
  return position + moved
}

/** The steps that lead from one state of a text to another, letter by letter; for short texts. */
export function stepsBetween(before: string, after: string): Step[] {
  if (before === after) return []
  return diffChars(before, after).map(({ value, added, removed }) => {
    if (added) return { insert: value }
    return removed ? { delete: value.length } : { retain: value.length }
  })
}

/**
 * An edit made on a text as it was before others changed it, as edits on the text as it is now. Only what the
 * person saw is removed: words that others put into the removed stretch stay.
 */
export function rebased(edit: Edit, steps: Step[]): Edit[] {
  const edits: Edit[] = []
  let [read, now] = [0, 0]
  const end = edit.at + edit.remove
  const removeFrom = (from: number, length: number) => {
    const start = Math.max(from, edit.at)
    const stop = Math.min(from + length, end)
    if (stop > start) edits.unshift({ at: now + start - from, remove: stop - start, insert: '' })
  }
  for (const step of steps) {
    if (step.retain !== undefined) {
      removeFrom(read, step.retain)
      read += step.retain
      now += step.retain
    } else if (step.delete !== undefined) read += step.delete
    else now += lengthOf(step.insert)
  }
  removeFrom(read, Math.max(0, end - read))
  if (edit.insert) edits.push({ at: shifted(edit.at, steps), remove: 0, insert: edit.insert })
  return edits
}

function lengthOf(insert: unknown): number {
  return typeof insert === 'string' ? insert.length : 1
}
