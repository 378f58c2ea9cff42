import type { Stage } from '../../db/vocabulary'

/** What a claim passes on its way, in order. */
export const steps = ['marked', 'rated', 'submitted', 'decided', 'published'] as const
export type Step = (typeof steps)[number]

/** When a claim first passed each step, and when it last did; null for what has not happened. */
export type StageClock = {
  claimId: string
  first: Record<Step, Date | null>
  last: Record<'submitted' | 'decided' | 'published', Date | null>
  /** The newest version after the first. */
  corrected: Date | null
  /** When one of its versions was last put under review. */
  doubted: Date | null
}

/** Since when a claim stands where it stands; null where the rows do not say. */
export function stageSince(stage: Stage, { first, last, doubted }: StageClock): Date | null {
  const since: Record<Stage, Date | null> = {
    'to-check': first.marked,
    // Nobody signs that a claim has become ready: it has waited for that at most since it was rated.
    ready: last.decided ?? first.rated ?? first.marked,
    'in-review': last.submitted,
    returned: last.decided,
    published: last.published,
    'changed-since': last.published,
    'under-review': doubted,
    retracted: last.published,
  }
  return since[stage]
}

/** Stages that nobody signs: since when a claim stands there is only known to be no earlier than this. */
export const unsignedStages: readonly Stage[] = ['ready', 'changed-since']

/** How long a claim took from one step to the next, in ms; null where either has not happened. */
export function stepTimes({ first }: StageClock): Record<Exclude<Step, 'marked'>, number | null> {
  return {
    rated: between(first.marked, first.rated),
    submitted: between(first.rated, first.submitted),
    decided: between(first.submitted, first.decided),
    published: between(first.decided, first.published),
  }
}

// A verdict from a device that was offline may reach the server after the claim was submitted by somebody else.
function between(from: Date | null, to: Date | null): number | null {
  return from && to ? Math.max(0, to.getTime() - from.getTime()) : null
}
