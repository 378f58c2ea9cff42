'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { type Reading, ReadState } from '@/app/_ui/wait/read-state'
import type { Dependent } from '@/server/review/correction/dependent'
import { words } from '@/server/words'

/** What stands in public of a claim, asked for when somebody is about to change it. */
export function useBeforeCorrecting(desk: string, claimId: string, isWanted: boolean) {
  const trpc = useTRPC()
  return useQuery(trpc.review.beforeCorrecting.queryOptions({ desk, claimId }, { enabled: isWanted }))
}

/** Every page that changes with a correction and who is told of it, to look at before it is confirmed. */
export function Dependents({ of: reading }: { of: Reading & { data?: { dependents: Dependent[] } } }) {
  const t = words()
  return (
    <section className="dependents" aria-labelledby="dependents">
      <h3 id="dependents" className="label">
        {t('claim.dependsOn')}
      </h3>
      <ReadState of={reading} name={t('claim.dependsOn')} lines={2} />
      <ul>
        {reading.data?.dependents.map((dependent) => (
          <li key={dependent.what}>
            {'count' in dependent ? (
              nameOf(dependent)
            ) : (
              <a href={dependent.path} target="_blank" rel="noopener">
                {nameOf(dependent)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf(dependent: Dependent): string {
  const t = words()
  if (dependent.what === 'claim') return t('dependent.claim', { number: dependent.number })
  if (dependent.what === 'article')
    return t('dependent.article', { title: dependent.title, claims: dependent.claims })
  if ('count' in dependent) return t(`dependent.${dependent.what}`, { count: dependent.count })
  return t(`dependent.${dependent.what}`)
}
