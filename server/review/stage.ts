import type { Decision, Stage, SubmissionKind } from '../../db/vocabulary'

/** The facts a stage follows from; hashes are those of `claimHash`. */
export type StageFacts = {
  isReady: boolean
  /** Whether the publisher has changed what the claim is about, and nobody has answered that. */
  isReopened: boolean
  hash: string
  /** The newest submission that was not withdrawn. */
  submission: { hash: string; kind: SubmissionKind; decision: Decision | null } | null
  /** Hash of the newest published version. */
  publishedHash: string | null
  /** What its newest version says of itself beside its words. */
  doubt: Doubt | null
}
export type Doubt = 'under-review' | 'retracted'

/** Where a claim stands on its way, derived from rows and hashes. */
export function stageOf({ hash, submission, publishedHash, doubt, ...facts }: StageFacts): Stage {
  const isReady = facts.isReady && !facts.isReopened
  if (submission && !submission.decision) return 'in-review'
  // A retraction that came back asks nobody to mend the words: readers have them still.
  const isReturned = submission?.decision === 'returned' && submission.hash === hash
  if (isReturned && hash !== publishedHash) return 'returned'
  if (doubt === 'under-review') return 'under-review'
  if (publishedHash !== null && publishedHash !== hash) return 'changed-since'
  if (publishedHash !== null) return doubt ?? (facts.isReopened ? 'changed-since' : 'published')
  if (submission?.decision === 'returned' && !isReady) return 'returned'
  return isReady ? 'ready' : 'to-check'
}

/** Whether the room has moved on since the words that wait for a decision were frozen. */
export function hasChangedSinceSubmitted({
  hash,
  submission,
}: Pick<StageFacts, 'hash' | 'submission'>): boolean {
  if (submission === null || submission.decision !== null) return false
  // A retraction is of the words that readers have, whatever the room says by now.
  return submission.kind !== 'retraction' && submission.hash !== hash
}
