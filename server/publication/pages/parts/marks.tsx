import { type Verdict, verdicts } from '../../../../db/vocabulary'
import { labelOf, type Scale } from '../../../claim/scale'
import { styleOf } from '../../../claim/verdict'
import { verdictShapes } from '../../../claim/verdict-shapes'
import type { Edition } from '../edition'

/** The drawings of the verdicts a page uses, once; marks point at them. */
export function Sprite({ of }: { of: Verdict[] }) {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true">
      {verdicts
        .filter((verdict) => of.includes(verdict))
        .map((verdict) => (
          <symbol key={verdict} id={`mark-${verdict}`} viewBox="0 0 20 20">
            {verdictShapes[verdict]}
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

/** `scale` is the one the verdict was given on: what is published keeps its words. */
type Props = { verdict: Verdict | null; scale: Scale | null | undefined; edition: Edition; isLarge?: boolean }

/** The verdict as it is printed in public: mark, full label, double rule. */
export function Stamp({ verdict, scale, edition: { say }, isLarge }: Props) {
  if (!verdict) return null
  return (
    <p className={`stamp ${isLarge ? 'lg ' : ''}${styleOf(verdict)}`}>
      <Mark verdict={verdict} size={isLarge ? 'xl' : 'lg'} />
      <span>
        <span className="vh">{say('public.verificationStatus')}: </span>
        {labelOf(verdict, scale, say)}
      </span>
    </p>
  )
}

/** A verdict in a line of text: mark and label. */
export function VerdictLabel({ verdict, scale, edition: { say } }: Props) {
  if (!verdict) return null
  return (
    <span className={`verdict ${styleOf(verdict)}`}>
      <Mark verdict={verdict} />
      {labelOf(verdict, scale, say)}
    </span>
  )
}
