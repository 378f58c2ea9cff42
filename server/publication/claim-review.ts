import type { ClaimReview, WithContext } from 'schema-dts'
import { dateFormat } from '../date/date-format'
import type { Refusal } from '../refusal'
import { brokenRules } from './claim-review-rules'
import { beginsWithVerdict } from './markup/begins-with-verdict'
import { jsonInHtml } from './markup/json-in-html'
import { shownOf } from './markup/shown'
import { claimDate, outsideAppearances, type Told, writtenReview } from './markup/written-review'
import type { PublicDesk } from './publication'

/** schema.org's limit for search engines; a statement should stay far below it. */
const longestStatement = 200

/**
 * Why search engines get no ClaimReview of a published claim; null when they do. It never stops a publication. `versions`
 * are newest first.
 */
export function whyNoClaimReview(versions: Told[], desk: PublicDesk, origin: string): Refusal | null {
  const [newest] = versions
  if (!newest) return null
  return whyNotTold(newest, desk, origin) ?? whyNotGood(versions, desk, origin)
}

/** What an editor may know beforehand. */
function whyNotTold({ content, publishedAt, kind, underReview }: Told, desk: PublicDesk, origin: string) {
  if (desk.isDemo) return refusal('claim-review-demo')
  if (kind === 'retraction') return refusal('claim-review-retracted')
  // A rating in a list of results has no room for the line that we doubt it.
  if (underReview) return refusal('claim-review-under-review')
  if (new URL(origin).protocol !== 'https:') return refusal('claim-review-origin')
  if (!outsideAppearances(content, origin).length) return refusal('claim-review-appearance')
  const statement = content.claim.statement.trim()
  if (Array.from(statement).length > longestStatement || beginsWithVerdict(statement, content.scale))
    return refusal('claim-review-statement', { maximum: longestStatement })
  if (claimDate(content.claim.date) > dayIn(publishedAt, desk)) return refusal('claim-review-date')
  return null
}

const refusal = (code: Refusal['code'], values?: Refusal['values']): Refusal => ({
  code,
  ...(values && { values }),
})

/** The first rule that it would break on the page as that is to be. */
function whyNotGood(versions: Told[], desk: PublicDesk, origin: string): Refusal | null {
  const [newest] = versions
  const review = writtenReview(versions, desk, origin)
  if (!newest || !review) return null
  const known = { now: newest.publishedAt, scale: newest.content.scale, sealed: newest }
  return brokenRule(brokenRules(jsonInHtml(review), shownOf(newest, desk, origin), known))
}

/** Of rules that a page breaks, the first as a reason why it carries no ClaimReview; null where it breaks none. */
export function brokenRule([rule]: number[]): Refusal | null {
  return rule === undefined ? null : refusal('claim-review-rule', { rule })
}

/** The ClaimReview of a claim's newest version, or null where search engines get none; `versions` are newest first. */
export function claimReviewOf(
  versions: Told[],
  desk: PublicDesk,
  origin: string,
): WithContext<ClaimReview> | null {
  return whyNoClaimReview(versions, desk, origin) ? null : writtenReview(versions, desk, origin)
}

function dayIn(at: Date, { timeZone }: PublicDesk): string {
  // Swedish dates are written as ISO 8601 ones.
  return dateFormat('sv-SE', { timeZone }).format(at)
}
