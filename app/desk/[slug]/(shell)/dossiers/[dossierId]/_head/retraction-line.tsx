'use client'
import type { RetractionState } from '@/server/dossier/retraction/retraction'
import { words } from '@/server/words'
import { Decision } from '../_decision/decision'

type Props = {
  slug: string
  dossierId: string
  memberId: string
  mayDecide: boolean
  state: RetractionState
  isRetracted: boolean
}

/** That the dossier is retracted, that somebody asked for it, or why that was returned; nothing while it stands. */
export function RetractionLine({ state: { waiting, returned }, isRetracted, ...props }: Props) {
  const t = words()
  if (isRetracted)
    return (
      <p className="dos-ahead notice" role="status">
        {t('dossier.isRetracted')}
      </p>
    )
  if (waiting) return <Waiting waiting={waiting} {...props} />
  return returned ? (
    <p className="dos-ahead notice">
      {t('dossier.retractionReturned', { name: returned.by, note: returned.note })}
    </p>
  ) : null
}

type WaitingProps = Omit<Props, 'state' | 'isRetracted'> & {
  waiting: NonNullable<RetractionState['waiting']>
}

function Waiting({ waiting, slug, dossierId, memberId, mayDecide }: WaitingProps) {
  const t = words()
  const { id: retractionId, by, text } = waiting
  const done = {
    approved: t('dossier.retractedNow'),
    returned: t('dossier.retractionReturnedNow'),
    withdrawn: t('dossier.retractionWithdrawn'),
  }
  const it = { desk: slug, dossierId, retractionId }
  return (
    <section className="dos-ahead notice" aria-label={t('dossier.retraction')}>
      <p>
        {t('dossier.retractionAsked', { name: by.name })} <span dir="auto">{text}</span>
      </p>
      <div>
        <Decision
          id={retractionId}
          isOwn={by.id === memberId}
          mayDecide={mayDecide}
          said={{ note: t('dossier.retractionNote'), approve: t('dossier.retract'), done }}
          look={{ row: 'row', approve: 'btn danger', other: 'btn' }}
          send={({ dossier }, { outcome, note }) =>
            outcome === 'withdrawn'
              ? dossier.withdrawRetraction.mutate(it)
              : dossier.decideRetraction.mutate({ ...it, outcome, note })
          }
        />
      </div>
    </section>
  )
}
