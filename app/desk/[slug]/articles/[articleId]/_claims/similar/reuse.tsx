import { sayDone } from '@/app/_ui/toast'
import { useScale } from '@/app/_verdict/scale'
import type { Verdict } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { houseScale } from '@/server/claim/scale'
import type { PublishedCheck } from '@/server/similar/similar'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useTakeSources } from './use-take-sources'

type Props = { claim: Claim; check: PublishedCheck; onPick: (verdict: Verdict) => void }

/** Takes over what a published check found, on request: its sources with where they are from, and its verdict, of which `onPick` keeps whose it was. */
export function Reuse({ claim, check, onPick }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
  const scale = useScale() ?? houseScale()
  const { take, isTaking } = useTakeSources(claim)
  const { verdict, number, isRetracted, isUnderReview } = check
  if (!mayEdit || isRetracted) return null
  const takeVerdict = (taken: Verdict) => {
    onPick(taken)
    sayDone(t('similar.verdictTaken'))
  }
  const isOffered = !isUnderReview && scale.some((entry) => entry.verdict === verdict)
  return (
    <p className="acts">
      {verdict && isOffered && claim.verdict !== verdict && (
        <button type="button" className="btn xs" onClick={() => takeVerdict(verdict)}>
          {t('similar.takeVerdict')}
          <span className="vh">: {check.label}</span>
        </button>
      )}
      <button
        type="button"
        className="btn xs"
        aria-disabled={isTaking || undefined}
        onClick={() => !isTaking && take(number)}
      >
        {t('similar.takeSources')}
      </button>
    </p>
  )
}
