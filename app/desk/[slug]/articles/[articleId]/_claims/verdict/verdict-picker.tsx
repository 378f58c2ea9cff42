'use client'
import { VerdictLabel, VerdictMark } from '@/app/_ui/verdict'
import { useScale } from '@/app/_verdict/scale'
import type { Verdict } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { entryOf, houseScale, type Scale, shortOf } from '@/server/claim/scale'
import { keyOf, styleOf } from '@/server/claim/verdict'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = { claim: Claim; onPick: (verdict: Verdict | null) => void }

/** The claim's verification status: the desk's verdicts and "not rated", by mouse, arrows or the verdicts' keys. */
export function VerdictPicker({ claim, onPick }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
  const scale = useScale() ?? houseScale()
  if (!mayEdit) {
    return (
      <div className="dt-sec">
        <h3 className="label">{t('claim.verdictLegend')}</h3>
        <VerdictLabel verdict={claim.verdict} full />
      </div>
    )
  }
  return (
    <fieldset className="dt-sec">
      <legend className="label">{t('claim.verdictLegend')}</legend>
      <div className="picker">
        {[...given(scale, claim.verdict), null].map((verdict) => (
          <label
            key={verdict ?? 'unrated'}
            className={styleOf(verdict)}
            title={verdict ? entryOf(verdict, scale).meaning : undefined}
          >
            <input
              type="radio"
              name={`verdict-${claim.id}`}
              checked={claim.verdict === verdict}
              onChange={() => onPick(verdict)}
            />
            <VerdictMark verdict={verdict} />
            <span>{verdict ? shortOf(verdict, scale) : t('claim.unrated')}</span>
            <span className="k" aria-hidden="true">
              {verdict ? keyOf[verdict] : '0'}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What can be given: the desk's verdicts, and the claim's own while it is one that the desk has taken off its scale. */
function given(scale: Scale, own: Verdict | null): Verdict[] {
  const offered = scale.map(({ verdict }) => verdict)
  return own && !offered.includes(own) ? [...offered, own] : offered
}
