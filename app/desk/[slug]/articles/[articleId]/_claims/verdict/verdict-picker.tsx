'use client'
import { VerdictLabel, VerdictMark } from '@/app/_ui/verdict'
import { type Verdict, verdicts } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { keyOf, styleOf } from '@/server/claim/verdict'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = { claim: Claim; onPick: (verdict: Verdict | null) => void }

/** The claim's verification status: five verdicts and "not rated", by mouse, arrows or the keys 1 to 5 and 0. */
export function VerdictPicker({ claim, onPick }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
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
        {[...verdicts, null].map((verdict) => (
          <label
            key={verdict ?? 'unrated'}
            className={styleOf(verdict)}
            title={verdict ? t(`verdictMeaning.${verdict}`) : undefined}
          >
            <input
              type="radio"
              name={`verdict-${claim.id}`}
              checked={claim.verdict === verdict}
              onChange={() => onPick(verdict)}
            />
            <VerdictMark verdict={verdict} />
            <span>{verdict ? t(`verdictShort.${verdict}`) : t('claim.unrated')}</span>
            <span className="k" aria-hidden="true">
              {verdict ? keyOf[verdict] : '0'}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
