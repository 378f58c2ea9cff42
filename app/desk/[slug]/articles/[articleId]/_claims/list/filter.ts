import { type Stage, stages } from '@/db/vocabulary'
import { type Assignment, isWithOthers, workOn } from '@/server/assignment/assignment'
import { dueWord } from '@/server/assignment/due/due'
import type { Claim } from '@/server/claim/claim'
import type { LiveStage } from '@/server/review/live-stage'

/**
 * A claim as the list shows it; its number is its place in the text, counted from 1. It is in doubt where a source that it
 * leans on has changed or is gone.
 */
export type Row = {
  claim: Claim
  number: number
  live: LiveStage
  work: RowWork
  isInDoubt: boolean
  /** Whether a claim that says the same was corrected since. */
  isOverturned: boolean
}

/** Who works on a claim, by their own assignment or the article's, and whether its time has come. */
export type RowWork = { on: Assignment | null; isMine: boolean; due: 'overdue' | 'today' | null }

/** What a list can be filtered by besides stages. */
export const workFilters = ['mine', 'unassigned', 'overdue', 'today', 'in-doubt'] as const
export type WorkFilter = (typeof workFilters)[number]

type Asking = { memberId: string; now: Date | null; timeZone: string }

/** How a claim's work looks to a member; what waits for an editor or is published is due no more. */
export function rowWork(
  { stage }: Pick<LiveStage, 'stage'>,
  { own, whole }: { own: Assignment | undefined; whole: Assignment | null },
  { memberId, now, timeZone }: Asking,
): RowWork {
  const on = workOn(own, whole)
  const dueAt = (own?.to || !on ? own?.dueAt : on.dueAt) ?? null
  const word = dueAt && now && !isWithOthers(stage) ? dueWord(dueAt, now, timeZone).is : 'later'
  return { on, isMine: on?.to?.id === memberId, due: word === 'later' ? null : word }
}

/** How many claims each filter shows. */
export function countByWork(rows: Row[]): Record<WorkFilter, number> {
  const counts = { mine: 0, unassigned: 0, overdue: 0, today: 0, 'in-doubt': 0 }
  for (const filter of workFilters) counts[filter] = rows.filter((row) => hasWork(row, filter)).length
  return counts
}

function hasWork({ work, live, isInDoubt }: Row, filter: WorkFilter): boolean {
  if (filter === 'mine') return work.isMine
  if (filter === 'unassigned') return work.on === null && !isWithOthers(live.stage)
  if (filter === 'in-doubt') return isInDoubt
  return work.due === filter
}

/** How many claims stand at each stage. */
export function countByStage(rows: Row[]): Record<Stage, number> {
  const counts: Record<Stage, number> = {
    'to-check': 0,
    ready: 0,
    'in-review': 0,
    returned: 0,
    published: 0,
    'changed-since': 0,
    'under-review': 0,
    retracted: 0,
  }
  for (const stage of stages) counts[stage] = rows.filter(({ live }) => isAt(live, stage)).length
  return counts
}

/** Whether a claim stands at a stage; what came back also counts as returned until it is submitted again. */
function isAt(live: LiveStage, stage: Stage): boolean {
  return live.stage === stage || (stage === 'returned' && Boolean(live.rows?.returned))
}

/** What is looked for; null for every stage, and for everybody's work. */
export type Wanted = { stage: Stage | null; work: WorkFilter | null; words: string }

/** The claims that fit, with all the words in their statement or quote. */
export function matching(rows: Row[], { stage, work, words }: Wanted): Row[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const { claim, live } = row
    if (stage && !isAt(live, stage)) return false
    if (work && !hasWork(row, work)) return false
    if (wanted.length === 0) return true
    const text = `${claim.statement} ${claim.selectors.quote.exact}`.toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** The stage an address names; null for none or for a word that is no stage. */
export function stageNamed(word: string | null): Stage | null {
  return stages.find((stage) => stage === word) ?? null
}

/** The same for a filter by work. */
export function workFilterNamed(word: string | null): WorkFilter | null {
  return workFilters.find((filter) => filter === word) ?? null
}
