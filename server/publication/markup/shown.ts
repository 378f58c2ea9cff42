import { labelOf } from '../../claim/scale'
import { spokenFor } from '../../language/language'
import { words } from '../../words'
import { claimPath, type PublicDesk } from '../publication'
import { attribute, canonicalOf, inOneLine, visibleText, withoutValues } from './page-words'
import type { Told } from './written-review'

/** What of a page is compared with its ClaimReview. */
export type Shown = {
  canonical: string
  language: string
  heading: string
  /** The words of the verdict's stamp; they end with its label. */
  stamp: string
  /** When the version was published, as machines read it. */
  shownAt: string
  runsScripts: boolean
}

/** What stands on a page that somebody handed out. */
export function shownOn(html: string): Shown {
  return {
    canonical: canonicalOf(html),
    language: attribute(html, /<html lang="([^"]*)"/),
    heading: visibleText(html, 'h1'),
    stamp: visibleText(html, 'p class="stamp'),
    shownAt: attribute(html, /<p class="cl-ver meta">.*?<time dateTime="([^"]*)"/s),
    runsScripts: /<script(?! type="application\/ld\+json">)|<[^>]*\son\w+=/i.test(withoutValues(html)),
  }
}

/** What stands on the page that is made of a version. */
export function shownOf({ number, content, publishedAt }: Told, desk: PublicDesk, origin: string): Shown {
  const { claim, scale } = content
  const say = words(spokenFor(desk.language))
  const label = claim.verdict ? labelOf(claim.verdict, scale, say) : ''
  return {
    canonical: origin + claimPath(number, claim.statement),
    language: desk.language,
    heading: inOneLine(claim.statement),
    stamp: inOneLine(`${say('public.verificationStatus')}: ${label}`),
    shownAt: publishedAt.toISOString(),
    runsScripts: false,
  }
}
