'use client'
import { memo, useRef } from 'react'
import { VerdictMark } from '@/app/_ui/verdict'
import { useScale } from '@/app/_verdict/scale'
import type { Claim } from '@/server/claim/claim'
import { shortOf } from '@/server/claim/scale'
import { styleOf } from '@/server/claim/verdict'
import { words } from '@/server/words'
import { useShown } from './use-shown'

type Props = { claims: Claim[]; touched: string | null; historyOf: (claim: Claim) => string }

/** The claims as they stood then, each leading to its history; the one that was touched is kept in sight. */
export function StandingClaims({ claims, touched, historyOf }: Props) {
  const t = words()
  const list = useRef<HTMLOListElement>(null)
  useShown(list, touched, claims)
  if (!claims.length) return <p className="empty">{t('replay.noClaims')}</p>
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets.
    <ol className="claims" role="list" ref={list}>
      {claims.map((claim, index) => (
        <Row
          key={claim.id}
          claim={claim}
          number={index + 1}
          isTouched={claim.id === touched}
          href={historyOf(claim)}
        />
      ))}
    </ol>
  )
}

type RowProps = { claim: Claim; number: number; isTouched: boolean; href: string }

const Row = memo(function Row({ claim, number, isTouched, href }: RowProps) {
  const t = words()
  const scale = useScale()
  const statement = claim.statement.trim()
  return (
    <li className="claim-item">
      <a className="claim" href={href} aria-current={isTouched ? 'true' : undefined}>
        <VerdictMark verdict={claim.verdict} />
        <span className="no">{number}</span>
        <span className={`st ${statement ? '' : 'quoted'}`}>{statement || claim.selectors.quote.exact}</span>
        <span className="mt">
          <span className={`verdict-w ${styleOf(claim.verdict)}`}>{shortOf(claim.verdict, scale)}</span>
          <span className="meta">{t('replay.sources', { count: claim.sources.length })}</span>
        </span>
      </a>
    </li>
  )
})
