import { statedDate } from '@/server/date/stated-date'
import type { FrozenClaim } from '@/server/review/submission'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'

/** The addresses where a claim stands. */
export function Appearances({ claim }: { claim: FrozenClaim }) {
  const t = words()
  if (!claim.appearances.length) return null
  return (
    <ul className="appr-at" aria-label={t('approvals.appearances')}>
      {claim.appearances.map(({ address, date }) => {
        const link = linkOf(address)
        return (
          <li key={address} className="meta">
            {link ? (
              <a href={link} target="_blank" rel="noreferrer">
                {address}
              </a>
            ) : (
              address
            )}{' '}
            {statedDate(date)}
          </li>
        )
      })}
    </ul>
  )
}
