'use client'
import { CalendarClock, CornerDownLeft, FilePenLine, Send, TriangleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import type { Claim } from '@/server/claim/claim'
import type { LiveStage } from '@/server/review/live-stage'
import { saidAt } from '@/server/review/release/release'
import { type MessageKey, words } from '@/server/words'
import { PassageNotice } from '../../_revisions/passage-notice'
import { useRoom } from '../../_room/use-room'
import { useInDoubt } from '../evidence/use-evidence'
import { useWithdraw } from '../submit/use-withdraw'
import { PublishedNotice } from './published-notice'

/** What happened to the claim that whoever works on it must know now. */
export function Notices({ claim, live }: { claim: Claim; live: LiveStage }) {
  const inDoubt = useInDoubt().get(claim.id)
  return (
    <>
      {claim.damaged.length > 0 && <Damaged parts={claim.damaged} />}
      {inDoubt?.isHere && <InDoubt />}
      {inDoubt?.readersHave && <InDoubtForReaders address={inDoubt.readersHave} />}
      <PassageNotice claim={claim} live={live} />
      {live.rows?.returned && <Returned returned={live.rows.returned} />}
      {live.rows?.submission?.publishAt && <Planned at={live.rows.submission.publishAt} />}
      {live.rows?.submission?.isOpen && <InReview live={live} submission={live.rows.submission} />}
      {live.rows?.published && <PublishedNotice live={live} published={live.rows.published} />}
    </>
  )
}

function InDoubt() {
  const t = words()
  return (
    <div className="notice warn">
      <Icon of={TriangleAlert} />
      <b>{t('evidence.inDoubt')}</b>
      <p>{t('evidence.doubtNotice')}</p>
    </div>
  )
}

function InDoubtForReaders({ address }: { address: string }) {
  const t = words()
  return (
    <div className="notice warn">
      <Icon of={TriangleAlert} />
      <b>{t('evidence.inDoubt')}</b>
      <p>{t('evidence.readersDoubtNotice')}</p>
      <p className="note" dir="auto">
        {address}
      </p>
    </div>
  )
}

type Rows = NonNullable<LiveStage['rows']>

function Damaged({ parts }: { parts: string[] }) {
  const t = words()
  // Names of damaged parts are those of room-claims; a new one without a word shows its own name.
  const nameOf = (part: string) => {
    try {
      return t(`claim.part.${part}` as MessageKey)
    } catch {
      return part
    }
  }
  return (
    <div className="notice bad">
      <Icon of={TriangleAlert} />
      <b>{t('claim.damaged')}</b>
      <p>{t('claim.damagedHint', { parts: parts.map(nameOf).join(', ') })}</p>
    </div>
  )
}

function Planned({ at }: { at: Date }) {
  const t = words()
  const { desk } = useRoom()
  return (
    <div className="notice">
      <Icon of={CalendarClock} />
      <b>{t('claim.publishesAt', { time: saidAt(at, desk.timeZone) })}</b>
      <p>{t('claim.publishesHint')}</p>
    </div>
  )
}

function Returned({ returned }: { returned: NonNullable<Rows['returned']> }) {
  const t = words()
  return (
    <div className="notice bad">
      <Icon of={CornerDownLeft} />
      <p className="spread">
        <b>{t('claim.returnedBy', { editor: returned.editor })}</b>
        <span className="meta">
          <Ago at={returned.at} />
        </span>
      </p>
      <p className="note">{returned.note}</p>
    </div>
  )
}

function InReview({ live, submission }: { live: LiveStage; submission: NonNullable<Rows['submission']> }) {
  const t = words()
  const { member } = useRoom()
  const { withdraw, isWithdrawing } = useWithdraw()
  const { approvals, approvalsNeeded: needed, returns, returnsNeeded } = submission
  const inReview =
    returnsNeeded > 1 ? 'claim.inReviewVote' : needed > 1 ? 'claim.inReviewOf' : 'claim.inReview'
  const isChanged = live.hasChangedSinceSubmitted
  return (
    <div className={`notice ${isChanged ? 'warn' : ''}`}>
      <Icon of={isChanged ? FilePenLine : Send} />
      <b>{isChanged ? t('claim.changedSinceSubmitted') : t(inReview, { approvals, needed, returns })}</b>
      {isChanged && <p>{t('claim.changedSinceSubmittedHint')}</p>}
      <p className="meta">
        {t('claim.submittedBy', { name: submission.submittedBy.name })} <Ago at={submission.submittedAt} />
      </p>
      {submission.submittedBy.id === member.id && (
        <p className="acts">
          <button
            type="button"
            className="linkbtn"
            aria-disabled={isWithdrawing || undefined}
            onClick={() => withdraw(submission.id)}
          >
            {t('claim.withdraw')}
          </button>
        </p>
      )}
    </div>
  )
}
