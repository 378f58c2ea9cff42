'use client'
import { useQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { may } from '@/server/member/member'
import { say } from '@/server/refusal'
import type { LiveStage } from '@/server/review/live-stage'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { RetractDialog } from '../correct/retract-dialog'
import { UnderReviewDialog } from '../correct/under-review-dialog'
import { useRetract } from '../correct/use-retract'
import { Redactions } from '../redact/redactions'
import { TakeAlong } from './take-along'
import { UnderReviewNotice } from './under-review-notice'

type Published = NonNullable<NonNullable<LiveStage['rows']>['published']>
type Props = { live: LiveStage; published: Published }

/** Which version readers see, where, why search engines are not told of it, and the ways to take it back. */
export function PublishedNotice({ live, published }: Props) {
  const t = words()
  const trpc = useTRPC()
  const { desk, member } = useRoom()
  const claimId = live.rows?.claimId ?? ''
  const history = useQuery(trpc.publication.ofClaim.queryOptions({ desk: desk.slug, claimId }))
  const why = history.data?.whyNoClaimReview
  const [newest] = history.data?.versions ?? []
  const isRetracted = published.doubt === 'retracted'
  return (
    <>
      {published.underReview && <UnderReviewNotice underReview={published.underReview} />}
      <div className={`notice ${isRetracted ? 'bad' : ''}`}>
        <Icon of={CheckCheck} />
        <p className="spread">
          <b>
            {t(isRetracted ? 'claim.isRetracted' : 'claim.versionPublished', { version: published.version })}
          </b>
          <span className="meta">
            <Ago at={published.at} />
          </span>
        </p>
        {isRetracted && <p>{t('claim.isRetractedHint')}</p>}
        {live.stage === 'changed-since' && <p>{t('claim.changedSincePublished')}</p>}
        {why && <p className="meta">{say(why)}</p>}
        <p className="acts">
          <a href={published.path}>{t('claim.readIt')}</a>
          <TakeBack claimId={claimId} published={published} />
        </p>
        {claimId && may(member, 'remove words under law') && <Redactions claimId={claimId} />}
        {newest && history.data && <TakeAlong {...newest} article={history.data.article} />}
      </div>
    </>
  )
}

/** Putting a claim under review, for editors, and asking for its retraction. */
function TakeBack({ claimId, published }: { claimId: string; published: Published }) {
  const t = words()
  const { member, mayEdit } = useRoom()
  const [open, setOpen] = useState<'under-review' | 'retract' | null>(null)
  const close = () => setOpen(null)
  const { retract } = useRetract(claimId, published, close)
  if (published.doubt === 'retracted') return null
  return (
    <>
      {may(member, 'put claims under review') && !published.underReview && (
        <button type="button" className="linkbtn" onClick={() => setOpen('under-review')}>
          {t('claim.putUnderReview')}
        </button>
      )}
      {mayEdit && (
        <button type="button" className="linkbtn" onClick={() => setOpen('retract')}>
          {t('claim.retract')}
        </button>
      )}
      {open === 'under-review' && (
        <UnderReviewDialog claimId={claimId} published={published} onClose={close} />
      )}
      {open === 'retract' && (
        <RetractDialog claimId={claimId} published={published} onClose={close} onSend={retract} />
      )}
    </>
  )
}
