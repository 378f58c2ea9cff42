import { canonicalHash } from '../server/canonical-hash'
import type { Claim } from '../server/claim/claim'
import type { Scale } from '../server/claim/scale'
import { beforeTheLog, nextEntry } from '../server/publication/log/log'
import { editionOf } from '../server/publication/pages/edition'
import type { PublicDesk, PublicVersion } from '../server/publication/publication'
import { frozenClaim } from '../server/review/submission'
import { aClaim } from './newsroom'

export const publicDesk: PublicDesk = {
  slug: 'meridian',
  name: 'Meridian Fact Desk',
  timeZone: 'Europe/Berlin',
  language: 'en',
  isDemo: false,
}
export const publicOrigin = 'https://meridian.example'

export const editionFor = (desk: PublicDesk = publicDesk, origin = publicOrigin) =>
  editionOf(desk, { origin, stylesheet: '/assets/public-1.css' })

/** A version as readers see it, one published on each day from 11 March 2026. */
export function aPublicVersion(parts: Partial<Claim> = {}, version = 1, scale?: Scale): PublicVersion {
  const claim = frozenClaim(aClaim(parts))
  const publishedAt = new Date(`2026-03-${10 + version}T10:20:00Z`)
  const hash = canonicalHash(claim)
  const body = {
    claim: 12,
    version,
    contentHash: hash,
    desk: publicDesk.slug,
    at: publishedAt.toISOString(),
    key: 'k',
  }
  return {
    ...{ claimId: claim.claimId, number: 12, version, hash, publishedAt },
    kind: version === 1 ? 'first' : 'factual',
    publicNote: version === 1 ? '' : 'A figure was corrected.',
    underReview: null,
    redactions: [],
    log: { ...nextEntry(null, 'publication', body), previousHash: beforeTheLog, signature: 'ab' },
    content: {
      claim,
      ...(scale && { scale }),
      topics: [],
      context: { before: 'called ', after: '.' },
      authors: ['Lena Sørby'],
      approvedBy: ['Ruth Adeyemi'],
      article: {
        ...{ id: 'article', number: 3, title: 'Two thousand driven out', publisher: 'The Northern Ledger' },
        ...{ published: '2026-03-05', byline: [], address: 'https://ledger.example/karsell', language: 'en' },
        ...{ isOwn: false, revision: 1 },
      },
    },
  }
}
