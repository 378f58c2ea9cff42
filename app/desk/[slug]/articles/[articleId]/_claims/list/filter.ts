import { type Stage, stages } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import type { LiveStage } from '@/server/review/live-stage'

/** A claim as the list shows it; its number is its place in the text, counted from 1. */
export type Row = { claim: Claim; number: number; live: LiveStage }

/** How many claims stand at each stage. */
export function countByStage(rows: Row[]): Record<Stage, number> {
  const counts: Record<Stage, number> = {
    'to-check': 0,
    ready: 0,
    'in-review': 0,
    returned: 0,
    published: 0,
    'changed-since': 0,
  }
  for (const stage of stages) counts[stage] = rows.filter(({ live }) => isAt(live, stage)).length
  return counts
}

/** Whether a claim stands at a stage; what came back also counts as returned until it is submitted again. */
function isAt(live: LiveStage, stage: Stage): boolean {
  return live.stage === stage || (stage === 'returned' && Boolean(live.rows?.returned))
}

/** The claims of a stage (null: of every stage) whose statement or quote has all the words. */
export function matching(rows: Row[], stage: Stage | null, words: string): Row[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ claim, live }) => {
    if (stage && !isAt(live, stage)) return false
    if (wanted.length === 0) return true
    const text = `${claim.statement} ${claim.selectors.quote.exact}`.toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** The stage an address names; null for none or for a word that is no stage. */
export function stageNamed(word: string | null): Stage | null {
  return stages.find((stage) => stage === word) ?? null
}
