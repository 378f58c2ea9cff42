import type { PoolReason, Priority, Role, Stage } from '../../db/vocabulary'
import { statedDate } from '../date/stated-date'
import { type Member, may } from '../member/member'
import type { Refusal } from '../refusal'
import type { Someone } from '../thread/thread'

/** Who has a claim, or a whole article, at this moment: what the newest row says. */
export type Assignment = {
  id: string
  articleId: string
  /** Null for the whole article. */
  claimId: string | null
  /** Null while it lies in the pool, for the reason beside it. */
  to: Someone | null
  poolReason: PoolReason | null
  /** Who had it before; null where nobody had. */
  before: Someone | null
  by: Someone
  at: Date
  dueAt: Date | null
  /** Whether somebody said when it is due; else the desk's hours do. */
  isDueNamed: boolean
  priority: Priority
  /** What was last left for whoever has it next, however often it changed hands since; empty where nothing was. */
  note: string
  noteBy: Someone | null
  noteAt: Date | null
  /** When whoever has it last wrote or did something about it, at the earliest when they were given it. */
  lastActAt: Date
}

/** How long somebody may do nothing about their work before any reviewer may take it, in ms. */
const idleAfter = 24 * 60 * 60 * 1000

/** Since when nothing was done by whoever has it; null while it is not a day, and in the pool. */
export function idleSince({ to, lastActAt }: Pick<Assignment, 'to' | 'lastActAt'>, now: Date): Date | null {
  return to && now.getTime() - lastActAt.getTime() >= idleAfter ? lastActAt : null
}

/** The longest hand-over note, in UTF-16 units. */
export const longestNote = 1_000

/**
 * Somebody on the desk whom work can be given to, or null for the pool; `backOn` is a day while they are away,
 * `isShutOut` says that the article is limited to others.
 */
export type Assignee = {
  id: string
  role: Role
  name: string
  backOn: string | null
  /** Left out where nobody has asked: browsers are not told. */
  isShutOut?: boolean
} | null

/** What is asked: who shall have it, on which terms (null: as they were; what is left out stays), with which note. */
export type Asked = {
  /** The assignment that whoever asks has read; null where they saw none. */
  seen: string | null
  to: Assignee
  terms: { dueAt?: Date | null; priority?: Priority } | null
  note: string
}

type Standing = Pick<Assignment, 'id' | 'to' | 'by' | 'dueAt' | 'priority' | 'lastActAt'>

/**
 * Why a member may not assign this; null when they may. Editors assign everything to anybody who may check. Reviewers
 * take what nobody has or what lies idle, and hand over or give back what is theirs.
 */
export function whyNotAssign(
  standing: Standing | null,
  { seen, to, terms, note }: Asked,
  { member, now }: { member: Pick<Member, 'id' | 'role'>; now: Date },
): Refusal | null {
  if (seen !== (standing?.id ?? null)) return changedMeanwhile(standing)
  if (note.length > longestNote) return { code: 'note-too-long', values: { most: longestNote } }
  if (!to && !standing?.to) return { code: 'work-in-pool' }
  if (to && !may(to, 'take on work')) return { code: 'observers-take-no-work' }
  if (to?.isShutOut) return { code: 'member-not-named', values: { name: to.name } }
  if (to?.backOn) return { code: 'member-away', values: { name: to.name, day: statedDate(to.backOn) } }
  const isEditor = may(member, 'assign work')
  return (
    (isEditor ? null : whyNotOwn(standing, { to, terms }, { member, now })) ??
    whySame(standing, { to, terms })
  )
}

/** What is refused to whoever is no editor. */
function whyNotOwn(
  standing: Standing | null,
  { to, terms }: Pick<Asked, 'to' | 'terms'>,
  { member, now }: { member: Pick<Member, 'id'>; now: Date },
): Refusal | null {
  if (standing && terms) return { code: 'editors-set-terms' }
  if (standing?.to?.id === member.id) return null
  if (standing?.to && !idleSince(standing, now))
    return { code: 'assigned-to-other', values: { name: standing.to.name } }
  return to?.id === member.id ? null : { code: 'editors-assign' }
}

function whySame(standing: Standing | null, { to, terms }: Pick<Asked, 'to' | 'terms'>): Refusal | null {
  if (!standing || (standing.to?.id ?? null) !== (to?.id ?? null)) return null
  const { dueAt = standing.dueAt, priority = standing.priority } = terms ?? {}
  const isSame = priority === standing.priority && dueAt?.getTime() === standing.dueAt?.getTime()
  return isSame ? { code: 'assignment-same' } : null
}

function changedMeanwhile(standing: Standing | null): Refusal {
  const values = {
    by: standing?.by.name ?? '',
    to: standing?.to?.name ?? '',
    is: standing?.to ? 'given' : 'pooled',
  }
  return { code: 'assignment-changed', values }
}

/** After how many hours work is due that was given no due time; null for none. */
export type DueHours = Record<'hoursToCheck' | 'hoursReturned' | 'hoursChanged', number | null>

/** When work is due by the desk's hours, counted from now; null where the desk has none for its stage. */
export function dueByHours(stage: Stage, hours: DueHours, now: Date): Date | null {
  const within = hoursFor(stage, hours)
  if (within === null) return null
  const minute = 60_000
  return new Date(Math.floor(now.getTime() / minute) * minute + within * 60 * minute)
}

function hoursFor(stage: Stage, { hoursToCheck, hoursReturned, hoursChanged }: DueHours): number | null {
  if (stage === 'returned') return hoursReturned
  if (stage === 'changed-since' || stage === 'under-review') return hoursChanged
  return isWithOthers(stage) ? null : hoursToCheck
}

/** Why somebody cannot say that they are back on a day; null when they can. Days are those of the desk's calendar. */
export function whyNotAway(backOn: string | null, today: string): Refusal | null {
  return backOn !== null && backOn <= today ? { code: 'back-already' } : null
}

/** Whether nobody works on a claim at this stage: it waits for an editor, or is published as it stands. */
export const isWithOthers = (stage: Stage) => ['in-review', 'published', 'retracted'].includes(stage)

/** Who works on a claim: whoever has it, else whoever has the whole article; null where it lies in the pool. */
export function workOn(
  claim: Assignment | null | undefined,
  article: Assignment | null | undefined,
): Assignment | null {
  if (claim?.to) return claim
  return article?.to ? article : null
}
