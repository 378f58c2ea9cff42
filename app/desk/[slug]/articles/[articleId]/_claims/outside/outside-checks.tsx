'use client'
import { inRow } from '@/server/language/stand-apart'
import '@/app/_styles/work/outside.css'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { statedDate } from '@/server/date/stated-date'
import type { OutsideCheck } from '@/server/outside/outside-check'
import { words } from '@/server/words'

/** How often it is looked again, in ms: the words of a claim change while it is open. */
const live = 5_000

/** What other publishers found about the like of a claim, in their words; nothing is shown until there is some. */
export function OutsideChecks({ slug, claimId }: { slug: string; claimId: string }) {
  const t = words()
  const asked = useTRPC().outside.ofClaim.queryOptions({ desk: slug, claimId }, { refetchInterval: live })
  const { data: checks = [] } = useQuery(asked)
  if (checks.length === 0) return null
  return (
    <section className="outside-checks" aria-labelledby={`outside-${claimId}`}>
      <h3 id={`outside-${claimId}`}>{t('outside.title')}</h3>
      <p className="meta">{t('outside.lead')}</p>
      <ul>
        {checks.map((check) => (
          <Check key={`${check.address} ${check.statement}`} check={check} />
        ))}
      </ul>
    </section>
  )
}

function Check({
  check: { publisher, statement, rating, address, publishedOn, language },
}: {
  check: OutsideCheck
}) {
  const t = words()
  return (
    <li>
      <p className="meta">{inRow([publisher, publishedOn && statedDate(publishedOn)])}</p>
      <p lang={language ?? undefined}>{statement}</p>
      <p>
        {t('outside.verdict')} <q lang={language ?? undefined}>{rating}</q>
      </p>
      <a href={address} target="_blank" rel="noreferrer noopener nofollow">
        {t('outside.read')} <span className="vh">{publisher}</span>
      </a>
    </li>
  )
}
