import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useMemo } from 'react'
import { useNow } from '@/app/_ui/time'
import { useClaims, useRoom } from '../../_room/use-room'
import { useInDoubt } from '../evidence/use-evidence'
import { useOverturned } from '../similar/use-proposition'
import { useStages } from '../use-stages'
import { useWork } from '../work/use-work'
import { matching, type Row, rowWork, stageNamed, type Wanted, workFilterNamed } from './filter'

/** Every claim as the list shows it, and those that fit the filters of the address and the words that are searched. */
export function useRows(search: string): { rows: Row[]; shown: Row[]; wanted: Wanted } {
  // Typing goes first: the list follows when there is time, and is not drawn at all while nothing of it changed.
  const claims = useDeferredValue(useClaims())
  const stageOf = useStages()
  const { whole, ofClaim } = useWork()
  const { member, desk } = useRoom()
  const inDoubt = useInDoubt()
  const overturned = useOverturned()
  const now = useNow()
  const address = useSearchParams()
  const stage = stageNamed(address.get('stage'))
  const work = workFilterNamed(address.get('work'))
  const words = useDeferredValue(search)
  const rows = useMemo(() => {
    const asking = { memberId: member.id, now, timeZone: desk.timeZone }
    return claims.map((claim, index) => {
      const live = stageOf(claim)
      return {
        claim,
        number: index + 1,
        live,
        work: rowWork(live, { own: ofClaim.get(claim.id), whole }, asking),
        isInDoubt: inDoubt.has(claim.id),
        isOverturned: overturned.has(claim.id),
      }
    })
  }, [claims, stageOf, ofClaim, whole, inDoubt, overturned, member.id, now, desk.timeZone])
  const shown = useMemo(() => matching(rows, { stage, work, words }), [rows, stage, work, words])
  return { rows, shown, wanted: { stage, work, words } }
}
