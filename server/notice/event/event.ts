import type { EventKind, Priority, Stage, Verdict } from '../../../db/vocabulary'

/** Something that happened at a desk, as those outside may hear of it: ids and fixed words. */
export type DeskEvent = {
  kind: EventKind
  deskId: string
  /** The row that says it happened: the same thing is told once. */
  subjectId: string
  articleId: string
  /** Null for a whole article. */
  claimId: string | null
  /** What readers have: only of it are words told. */
  version: PublicWords | null
  /** How much work presses that was given to somebody; left out elsewhere. */
  priority?: Priority
  /** Whether a rule did it: then no rule follows from it. */
  isByRule?: boolean
}
export type PublicWords = {
  number: number
  version: number
  path: string
  statement: string
  verdict: Verdict | null
  /** The verdict as the desk calls it. */
  label: string
}

/** Whether what happened is on readers' pages: then it may be told also of an article that is limited. */
export const isPublicEvent = (kind: EventKind): boolean => stageAfter[kind]?.isPublic ?? false

/** The stage that a claim has reached by it; null where none was. */
export const stageReached = (kind: EventKind): Stage | null => stageAfter[kind]?.stage ?? null

const stageAfter: Record<EventKind, { stage: Stage; isPublic: boolean } | null> = {
  submitted: { stage: 'in-review', isPublic: false },
  returned: { stage: 'returned', isPublic: false },
  published: { stage: 'published', isPublic: true },
  corrected: { stage: 'published', isPublic: true },
  retracted: { stage: 'retracted', isPublic: true },
  'under-review': { stage: 'under-review', isPublic: true },
  assigned: null,
  pooled: null,
}
