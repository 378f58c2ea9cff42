import { z } from 'zod'
import type { SubmissionKind } from '../../../db/vocabulary'
import type { Refusal } from '../../refusal'

/** What readers are told while a version is under review, and since when. */
export type UnderReview = { line: string; at: Date }

/** Room for one or two sentences: it stands above everything else on the page. */
export const longestLine = 280

export const lineShape = z.string().max(longestLine)

/** A claim's newest version, as far as putting it under review is concerned. */
export type DoubtedVersion = { version: number; kind: SubmissionKind; isUnderReview: boolean }

/** Why an editor may not put a claim under review with this line, having read this version; null when it may be done. */
export function whyNotPutUnderReview(
  newest: DoubtedVersion,
  { version, line }: { version: number; line: string },
): Refusal | null {
  if (newest.version !== version) return { code: 'newer-version', values: { version: newest.version } }
  if (newest.kind === 'retraction') return { code: 'already-retracted' }
  if (newest.isUnderReview) return { code: 'already-under-review' }
  if (!line.trim()) return { code: 'under-review-needs-line' }
  return null
}
