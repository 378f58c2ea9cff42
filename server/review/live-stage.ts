import type { Stage } from '../../db/vocabulary'
import { type Claim, type ReadyConditions, whyNotReady } from '../claim/claim'
import type { Refusal } from '../refusal'
import { isNewsOf, whyNotAsItStands } from '../revision/revision'
import type { ClaimStage } from './read-stages'
import { hasChangedSinceSubmitted, stageOf } from './stage'
import { claimHash, whyNotSubmitAgain } from './submission'

/** Where a claim stands as this browser sees it: its words from the room, what was decided from the rows. */
export type LiveStage = {
  stage: Stage
  hasChangedSinceSubmitted: boolean
  /** Why it could not be submitted now, whatever its stage. */
  whyNot: Refusal | null
  /** The rows it follows from; null while nobody has submitted it. */
  rows: ClaimStage | null
}

/** The stage of a claim in the room, newer than the server's own by whatever was typed since. */
export function liveStage(claim: Claim, rows: ClaimStage | null, conditions: ReadyConditions): LiveStage {
  const whyNot = whyNotReady(claim, conditions)
  const submission = rows?.submission ?? null
  const publishedHash = rows?.published?.hash ?? null
  // A hash costs a tenth of a millisecond; without rows nothing is compared with it.
  const hash = submission || publishedHash !== null ? claimHash(claim) : ''
  const doubt = rows?.published?.doubt ?? null
  const isReopened = rows?.passage === 'reopened'
  const facts = { isReady: whyNot === null, isReopened, hash, submission, publishedHash, doubt }
  const openHash = submission?.isOpen && submission.kind !== 'retraction' ? submission.hash : null
  const isNews = doubt !== null || isNewsOf(rows?.passage ?? null)
  return {
    stage: stageOf(facts),
    hasChangedSinceSubmitted: hasChangedSinceSubmitted(facts),
    whyNot:
      whyNot ??
      whyNotAsItStands(isReopened, publishedHash !== null) ??
      (hash ? whyNotSubmitAgain(hash, openHash, isNews ? null : publishedHash) : null),
    rows,
  }
}

/** Whether a claim may be submitted with others in one go; a correction goes alone, with its own note. */
export function isReadyToGo({ stage, whyNot, rows }: LiveStage): boolean {
  return stage === 'ready' && whyNot === null && !rows?.published
}
