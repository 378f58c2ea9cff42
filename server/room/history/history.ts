import { type Change, changesBetween, isSame, type Signed, type Standing } from './changes'

/** An accepted update that touched the claim: who wrote it and when, as the server knows, and how the claim stood after it. */
export type Step = { sequence: number; at: Date; memberId: string; standing: Standing }

/** A signed row about the claim. */
export type Signature = { id: string; at: Date; memberId: string; signed: Signed }

/** One line of a claim's history. */
export type Entry = {
  id: string
  memberId: string
  /** When it began and when it was last continued; the same for what was done at once. */
  since: Date
  at: Date
  /** Place of its last update in the room's life; null for what was signed. */
  sequence: number | null
  change: Change | Signed
}

/** How long (ms) somebody may pause in a field and still be at the same piece of writing. */
export const longestPause = 5 * 60_000

/**
 * A claim's life from its updates and its signed rows, oldest first. What one member writes in one part without a
 * long pause is one entry, unless somebody else wrote there or something was signed in between.
 */
export function historyOf(steps: Step[], signatures: Signature[]): Entry[] {
  const entries: Entry[] = []
  const newest = new Map<string, Entry>()
  const seen = new Set<string>()
  const toSign = signatures.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const signUntil = (at: Date | null) => {
    while (toSign[0] && (at === null || toSign[0].at < at)) {
      entries.push(asEntry(toSign.shift() as Signature)) // the loop has looked: there is one
      newest.clear()
    }
  }
  let before: Standing | null = null
  for (const { standing, ...step } of steps) {
    signUntil(step.at)
    for (const change of changesBetween(before, standing)) {
      const key = keyOf(change)
      const open = newest.get(key)
      if (open && continues(open, step)) {
        prolong(open, change, step)
        continue
      }
      const id = `${step.sequence}-${key}`
      const entry: Entry = { id, ...step, since: step.at, change: sayingIfBack(change, seen) }
      entries.push(entry)
      newest.set(key, entry)
      seen.add(key)
    }
    before = standing
  }
  signUntil(null)
  return entries
}

/** Whether somebody wrote something and took it back within the same entry: it shows who wrote, and no difference. */
export function isTakenBack(change: Change | Signed): boolean {
  return 'before' in change && isSame(change.before, change.after)
}

function asEntry({ id, at, memberId, signed }: Signature): Entry {
  return { id: `${id}-${signed.what}`, memberId, since: at, at, sequence: null, change: signed }
}

/** What is changed again under the same key is the same part of the claim. */
function keyOf(change: Change): string {
  if (change.what === 'topic') return `topic-${change.topic}`
  if (change.what === 'appearance' || change.what === 'source') return `${change.what}-${change.id}`
  if (change.what === 'merged') return `merged-${change.claim.id}`
  return change.what === 'damaged' ? `damaged-${change.part}` : change.what
}

function continues(open: Entry, step: Omit<Step, 'standing'>): boolean {
  const hasPaused = step.at.getTime() - open.at.getTime() > longestPause
  return 'before' in open.change && open.memberId === step.memberId && !hasPaused
}

function prolong(open: Entry, change: Change, step: Omit<Step, 'standing'>) {
  // Both have the same key, so they tell of the same part and their values are of one kind.
  open.change = { ...open.change, after: (change as { after: unknown }).after } as Change
  open.at = step.at
  open.sequence = step.sequence
}

/** A source that was here before and is here again was brought back, not added. */
function sayingIfBack(change: Change, seen: ReadonlySet<string>): Change {
  if (change.what !== 'source' || change.before !== null) return change
  return { ...change, isBack: seen.has(keyOf(change)) }
}
