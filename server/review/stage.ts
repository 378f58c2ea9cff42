import type { Decision, Stage } from '../../db/vocabulary'

/** The facts a stage follows from; hashes are those of `claimHash`. */
export type StageFacts = {
  isReady: boolean
  hash: string
  /** The newest submission that was not withdrawn. */
  submission: { hash: string; decision: Decision | null } | null
  /** Hash of the newest published version. */
  publishedHash: string | null
}

/** Where a claim stands on its way, derived from rows and hashes. */
export function stageOf({ isReady, hash, submission, publishedHash }: StageFacts): Stage {
  if (submission && !submission.decision) return 'in-review'
  if (submission?.decision === 'returned' && submission.hash === hash) return 'returned'
  if (publishedHash !== null) return publishedHash === hash ? 'published' : 'changed-since'
  if (submission?.decision === 'returned' && !isReady) return 'returned'
  return isReady ? 'ready' : 'to-check'
}

/** Whether the room has moved on since the words that wait for a decision were frozen. */
export function hasChangedSinceSubmitted({
  hash,
  submission,
}: Pick<StageFacts, 'hash' | 'submission'>): boolean {
  return submission !== null && submission.decision === null && submission.hash !== hash
}
