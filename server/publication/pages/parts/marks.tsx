import type { ReactNode } from 'react'
import { type Verdict, verdicts } from '../../../../db/vocabulary'
import { styleOf } from '../../../claim/verdict'
import type { Edition } from '../edition'

const cut = 'var(--mark-cut,var(--paper))'

const shapes: Record<Verdict, ReactNode> = {
  true: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="m5.8 10.4 2.9 2.9 5.6-6.2" fill="none" stroke={cut} strokeWidth="2.2" strokeLinecap="square" />
    </>
  ),
  'mostly-true': (
    <>
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="m6.2 10.3 2.6 2.6 5-5.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="square"
      />
    </>
  ),
  misleading: (
    <>
      <path d="M10 1.2 19.6 18.4H.4Z" fill="currentColor" />
      <path d="m6.6 14.9 3.4-5.6 3.4 5.6" fill="none" stroke={cut} strokeWidth="2.2" />
    </>
  ),
  false: (
    <>
      <path d="M1.5 1.5h17v17h-17z" fill="currentColor" />
      <path d="m6 6 8 8m0-8-8 8" fill="none" stroke={cut} strokeWidth="2.2" />
    </>
  ),
  unproven: (
    <>
      <path d="M10 .2 19.8 10 10 19.8.2 10Z" fill="currentColor" />
      <path
        d="M7.7 8.1c0-1.3 1-2.2 2.3-2.2s2.3.9 2.3 2.1c0 1.6-2.3 1.7-2.3 3.4"
        fill="none"
        stroke={cut}
        strokeWidth="1.9"
      />
      <circle cx="10" cy="13.8" r="1.2" fill={cut} />
    </>
  ),
}

/** The drawings of the verdicts a page uses, once; marks point at them. */
export function Sprite({ of }: { of: Verdict[] }) {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true">
      {verdicts
        .filter((verdict) => of.includes(verdict))
        .map((verdict) => (
          <symbol key={verdict} id={`mark-${verdict}`} viewBox="0 0 20 20">
            {shapes[verdict]}
          </symbol>
        ))}
    </svg>
  )
}

/** A verdict's mark; it says nothing to those who listen, so a label must stand beside it. */
export function Mark({ verdict, size = '' }: { verdict: Verdict; size?: '' | 'lg' | 'xl' }) {
  return (
    <svg className={`mark ${styleOf(verdict)} ${size}`.trim()} aria-hidden="true">
      <use href={`#mark-${verdict}`} />
    </svg>
  )
}

type Props = { verdict: Verdict | null; edition: Edition; isLarge?: boolean }

/** The verdict as it is printed in public: mark, full label, double rule. */
export function Stamp({ verdict, edition: { say }, isLarge }: Props) {
  if (!verdict) return null
  return (
    <p className={`stamp ${isLarge ? 'lg ' : ''}${styleOf(verdict)}`}>
      <Mark verdict={verdict} size={isLarge ? 'xl' : 'lg'} />
      <span>
        <span className="vh">{say('public.verificationStatus')}: </span>
        {say(`verdict.${verdict}`)}
      </span>
    </p>
  )
}

/** A verdict in a line of text: mark and label. */
export function VerdictLabel({ verdict, edition: { say } }: Props) {
  if (!verdict) return null
  return (
    <span className={`verdict ${styleOf(verdict)}`}>
      <Mark verdict={verdict} />
      {say(`verdict.${verdict}`)}
    </span>
  )
}
