'use client'
import '@/app/_styles/work/similar.css'
import { useId } from 'react'
import { shownOf } from '@/server/similar/similar'
import { words } from '@/server/words'
import { SimilarClaim } from '../../../_similar/similar-claim'
import { useSimilar } from '../../../_similar/use-similar'

type Props = { slug: string; claimId: string; maySay: boolean }

/** What was published of claims that sound like the submitted one; nothing is shown until there is some. */
export function Precedents({ slug, claimId, maySay }: Props) {
  const t = words()
  const id = useId()
  const { found, say } = useSimilar(slug, claimId)
  const checks = shownOf(found.filter(({ published }) => published !== null))
  if (checks.length === 0) return null
  return (
    <section className="similar precedents" aria-labelledby={id}>
      <h3 id={id}>{t('similar.precedents')}</h3>
      <p className="meta">{t('similar.precedentsLead')}</p>
      <ul>
        {checks.map((claim) => (
          <SimilarClaim
            key={claim.claimId}
            {...{ slug, claim }}
            onSay={maySay ? (relation) => say(claim.claimId, relation) : null}
          />
        ))}
      </ul>
    </section>
  )
}
