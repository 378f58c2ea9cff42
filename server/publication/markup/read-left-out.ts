import type { Refusal } from '../../refusal'
import { brokenRule } from '../claim-review'
import { brokenRules } from '../claim-review-rules'
import type { PublicDesk } from '../publication'
import { readPage } from '../stored/read-page'
import { jsonInHtml } from './json-in-html'
import { shownOn } from './shown'
import { type Told, writtenReview } from './written-review'

/**
 * Why the finished page of a claim goes without a ClaimReview that nothing spoke against before it was made: the rule that
 * the page breaks with it. Null where the page has one, or is still to be made.
 */
export async function readLeftOut(
  versions: Told[],
  desk: PublicDesk,
  origin: string,
): Promise<Refusal | null> {
  const [newest] = versions
  const review = writtenReview(versions, desk, origin)
  if (!newest || !review) return null
  const html = (await readPage(`/c/${newest.number}`))?.bytes.toString('utf8') ?? ''
  const shown = shownOn(html)
  const isMade = shown.shownAt === newest.publishedAt.toISOString()
  if (!isMade || html.includes('<script type="application/ld+json">')) return null
  const known = { now: newest.publishedAt, scale: newest.content.scale, sealed: newest }
  return brokenRule(brokenRules(jsonInHtml(review), shown, known))
}
