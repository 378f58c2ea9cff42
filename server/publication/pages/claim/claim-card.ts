import { shortOf } from '../../../claim/scale'
import { claimPath, isRetraction, type PublicVersion, type PublishedClaim } from '../../publication'
import type { Edition } from '../edition'

/** What a claim's page says of itself in its head: what a link to it shows elsewhere. */
export type ClaimCard = { title: string; description: string; canonical: string }

/** What of a version that head is made of. */
export type Carded = Pick<PublicVersion, 'kind' | 'publicNote' | 'number'> & {
  content: {
    claim: Pick<PublishedClaim['claim'], 'statement' | 'verdict' | 'shortAnswer'>
    scale?: PublishedClaim['scale']
  }
}

/** The head of the page of a claim's newest version. */
export function claimCard(shown: Carded, { say, desk }: Pick<Edition, 'say' | 'desk'>): ClaimCard {
  const { claim, scale } = shown.content
  const { statement, verdict, shortAnswer } = claim
  const label = verdict ? shortOf(verdict, scale, say) : ''
  const said = isRetraction(shown) ? say('public.retracted') : label
  return {
    title: say('public.claimTitle', { statement, verdict: said, desk: desk.name }),
    description: isRetraction(shown) ? shown.publicNote : shortAnswer,
    canonical: claimPath(shown.number, statement),
  }
}
