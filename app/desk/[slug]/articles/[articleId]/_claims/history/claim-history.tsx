'use client'
import '@/app/_styles/history/entries.css'
import { CloudOff, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import type { Stage } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { Arriving } from '../list/arriving'
import { ClaimClock } from './claim-clock'
import { EntryLine } from './entry-line'
import { type ClaimHistory as Known, useHistory } from './use-history'

/** Null for a claim that is deleted: it stands nowhere. */
type Props = { claim: Claim; stage: Stage | null }

/** When a claim passed each step, and everything that was written and signed about it since, newest first. */
export function ClaimHistory({ claim, stage }: Props) {
  const t = words()
  const { desk, article, connection } = useRoom()
  const history = useHistory(claim)
  const { entries, state } = history
  return (
    <section className="dt-body" aria-labelledby="his-h">
      <div className="spread">
        <h3 className="label" id="his-h">
          {t('history.title')}
        </h3>
        <Link className="linkbtn" prefetch={false} href={`/desk/${desk.slug}/articles/${article.id}/history`}>
          {t('history.replay')}
        </Link>
      </div>
      <ClaimClock claimId={claim.id} stage={stage} />
      {state === 'shown' && connection === 'offline' && (
        <div className="notice" role="status">
          <Icon of={CloudOff} />
          <p>{t('history.offline')}</p>
        </div>
      )}
      {history.isNewer && connection !== 'offline' && state === 'shown' && (
        <div className="notice blue" role="status">
          <p>{t('history.newer')}</p>
          <p>
            <button type="button" className="linkbtn" onClick={history.readAgain}>
              {t('history.showNewer')}
            </button>
          </p>
        </div>
      )}
      <NotShown history={history} />
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets. */}
      <ol className="history" role="list" aria-busy={history.isReading || undefined}>
        {entries.map((entry) => (
          <EntryLine
            key={entry.id}
            entry={entry}
            name={history.nameOf(entry.memberId)}
            claim={claim}
            onBroughtBack={history.readWhenSaved}
          />
        ))}
      </ol>
      {history.hasMore && (
        <button type="button" className="btn sm" onClick={history.readMore}>
          {t('history.more')}
        </button>
      )}
    </section>
  )
}

/** Stands in place of the entries while there are none to show. */
function NotShown({ history: { state, reason, readAgain } }: { history: Known }) {
  const t = words()
  switch (state) {
    case 'shown':
      return null
    case 'loading':
      return <Arriving />
    case 'failed':
      return (
        <div className="notice bad" role="alert">
          <Icon of={TriangleAlert} />
          <b>{t('history.failed')}</b>
          <p>{reason}</p>
          <p>
            <button type="button" className="linkbtn" onClick={readAgain}>
              {t('ui.tryAgain')}
            </button>
          </p>
        </div>
      )
    case 'nothing-kept':
    case 'waiting-for-line':
      return (
        <div className="empty" role="status">
          <p className="big">{t(`history.${state}`)}</p>
          <p>{t(`history.${state}-hint`)}</p>
        </div>
      )
  }
}
