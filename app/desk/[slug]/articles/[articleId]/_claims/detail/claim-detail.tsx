'use client'
import { useScale } from '@/app/_verdict/scale'
import { houseScale } from '@/server/claim/scale'
import '@/app/_styles/claim.css'
import { lazy, Suspense } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { sayDone } from '@/app/_ui/toast'
import type { Verdict } from '@/db/vocabulary'
import { isWithOthers } from '@/server/assignment/assignment'
import type { Claim } from '@/server/claim/claim'
import { keyOf } from '@/server/claim/verdict'
import { setVerdict } from '@/server/room/doc/claim-values'
import { restoreClaim } from '@/server/room/doc/marks'
import { words } from '@/server/words'
import { Clearances } from '../../../../_clearance/clearances'
import { OwnVerdicts } from '../../../../_own-verdict/own-verdicts'
import { useClaim, useClaims, useRoom } from '../../_room/use-room'
import { keepSteady } from '../../_scroll/keep-steady'
import { ClaimNews } from '../../_since/claim-news'
import { useSince } from '../../_since/since-context'
import { SinceSwitch } from '../../_since/since-switch'
import { Replies } from '../asked/replies'
import { Searches } from '../asked/searches'
import { Appearances } from '../fields/appearances'
import { AnswerFields, ClaimFields } from '../fields/claim-fields'
import { Topics } from '../fields/topics'
import { FigureDoor } from '../figure/figure-door'
import { ClaimHistory } from '../history/claim-history'
import { HistoryButton } from '../history/history-button'
import { useHistoryView } from '../history/use-history-view'
import { Arriving } from '../list/arriving'
import { KeptWords } from '../notices/kept-words'
import { NotTaken } from '../notices/not-taken'
import { Notices } from '../notices/notices'
import { OutsideChecks } from '../outside/outside-checks'
import { Rationale } from '../rationale/rationale'
import { Sources } from '../sources/sources'
import { SubmitFoot } from '../submit/submit-foot'
import { Suggestions } from '../suggestion/suggestions'
import { Threads } from '../thread/threads'
import { useStages } from '../use-stages'
import { ClashNotice } from '../verdict/clash-notice'
import { ConfidenceFields } from '../verdict/confidence-fields'
import { noteVerdict } from '../verdict/verdict-clash'
import { VerdictPicker } from '../verdict/verdict-picker'
import { WorkLine } from '../work/work-line'
import { DetailHead } from './detail-head'
import { QuoteBlock } from './quote-block'

const Similar = lazy(async () => ({ default: (await import('../similar/similar')).Similar }))
const OverturnedNotice = lazy(async () => ({
  default: (await import('../similar/overturned-notice')).OverturnedNotice,
}))

/** The open claim with everything that is written about it. */
export function ClaimDetail({ claimId }: { claimId: string | null }) {
  const t = words()
  const claim = useClaim(claimId)
  const { connection } = useRoom()
  if (!claim && claimId && connection === 'connecting') return <Arriving />
  if (!claim) {
    return (
      <div className="empty">
        <p className="big">{t(claimId ? 'refusal.claim-unknown' : 'claim.pickOne')}</p>
        <p>{t(claimId ? 'claim.unknownHint' : 'claim.pickOneHint')}</p>
      </div>
    )
  }
  if (claim.isDeleted) return <Deleted key={claim.id} claim={claim} />
  return <OpenClaim key={claim.id} claim={claim} />
}

function OpenClaim({ claim }: { claim: Claim }) {
  const title = words()('work.claimTitle', { number: useClaims().indexOf(claim) + 1 })
  const live = useStages()(claim)
  const pick = usePick(claim)
  const { before, isOn } = useSince()
  const { desk, member, mayEdit } = useRoom()
  const { isHistory } = useHistoryView()
  if (isHistory)
    return (
      <>
        <DetailHead claim={claim} live={live} />
        <ClaimHistory claim={claim} stage={live.stage} />
      </>
    )
  return (
    <>
      <DetailHead claim={claim} live={live} />
      <div className="dt-body" ref={keepSteady}>
        <WorkLine claimId={claim.id} title={title} isDone={isWithOthers(live.stage)} />
        <SinceSwitch />
        {before && isOn && <ClaimNews claim={claim} />}
        <QuoteBlock claim={claim} />
        <div className="dt-notices">
          <NotTaken claim={claim} />
          <ClashNotice claim={claim} onPick={pick} />
          <Notices claim={claim} live={live} />
          <Suspense>
            <OverturnedNotice claim={claim} onPick={pick} />
          </Suspense>
        </div>
        <ClaimFields claim={claim} />
        <FigureDoor claim={claim} />
        <Suggestions claim={claim} />
        <Suspense>
          <Similar claim={claim} onPick={pick} />
        </Suspense>
        <OutsideChecks slug={desk.slug} claimId={claim.id} />
        <VerdictPicker claim={claim} onPick={pick} />
        <ConfidenceFields claim={claim} />
        <Sources claim={claim} />
        <Searches claim={claim} />
        <Replies claim={claim} />
        <Rationale claim={claim} />
        <AnswerFields claim={claim} />
        <OwnVerdicts slug={desk.slug} claimId={claim.id} memberId={member.id} maySign={mayEdit} />
        <Clearances slug={desk.slug} claimId={claim.id} />
        <div className="dt-fields dt-sec">
          <Appearances claim={claim} />
          <Topics claim={claim} />
        </div>
        <Threads claim={claim} />
      </div>
      <SubmitFoot claim={claim} live={live} />
    </>
  )
}

/** Gives a verdict, also by its key; 0 takes it away. */
function usePick(claim: Claim): (verdict: Verdict | null) => void {
  const { doc, origin, mayEdit } = useRoom()
  const pick = (verdict: Verdict | null) => {
    if (!mayEdit) return
    setVerdict(doc, claim, verdict, origin)
    noteVerdict(doc, claim.id, verdict)
  }
  const scale = useScale() ?? houseScale()
  const keys = scale.map(({ verdict }) => [keyOf[verdict], () => pick(verdict)] as const)
  useKeys({ ...Object.fromEntries(keys), 0: () => pick(null) })
  return pick
}

function Deleted({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin, mayEdit } = useRoom()
  const { isHistory } = useHistoryView()
  const restore = () => {
    restoreClaim(doc, claim, origin)
    sayDone(t('claim.restored'))
  }
  return (
    <>
      <header className="dt-head">
        <h2 id="claim-h">{t('refusal.claim-deleted')}</h2>
        <span className="grow" />
        <HistoryButton />
      </header>
      {isHistory ? (
        <ClaimHistory claim={claim} stage={null} />
      ) : (
        <div className="empty">
          <p>{t('claim.goneHint')}</p>
          <KeptWords claimId={claim.id} />
          {mayEdit && (
            <button type="button" className="btn sm" onClick={restore}>
              {t('claim.restore')}
            </button>
          )}
        </div>
      )}
    </>
  )
}
