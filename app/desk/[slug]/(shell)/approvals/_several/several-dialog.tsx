'use client'
import { CheckCheck, TriangleAlert } from 'lucide-react'
import { useCallback, useId, useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { VerdictMark } from '@/app/_ui/verdict'
import { say } from '@/server/refusal'
import type { Outcome } from '@/server/review/approval/decide-several'
import type { Listed } from '@/server/review/queue/read-queue'
import { words } from '@/server/words'
import { NotShown } from '../_preview/not-shown'
import { mayLoad, type PreviewStand, previewAddress, standOf } from '../_preview/preview'
import { PreviewParts } from '../_preview/preview-parts'
import { useApproveSeveral } from './use-approve-several'

type Props = { slug: string; lines: Listed[]; onClose: () => void }

/** Asks once about everything that was selected, with what readers get of each, and then says what became of it. */
export function SeveralDialog({ slug, lines: asked, onClose }: Props) {
  const t = words()
  // What is approved leaves the queue while its outcome is still read here.
  const [lines] = useState(asked)
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null)
  const { approve, isApproving } = useApproveSeveral(slug, setOutcomes)
  const [told, setTold] = useState<Record<string, PreviewStand>>({})
  // The same function at each rendering: it is told once a change.
  const tell = useCallback(
    (stand: PreviewStand) => setTold((all) => ({ ...all, [stand.address]: stand })),
    [],
  )
  const each = standsOf(lines, told)
  const stands = wholeOf(each)
  const loads = mayLoad(each)
  const isClosed = isApproving || stands !== 'shown'
  const whyNot = useId()
  const approved = outcomes?.filter(({ refusal }) => !refusal).length ?? 0
  const title = outcomes
    ? t('approvals.severalDone', { approved, count: lines.length })
    : t('approvals.severalAsk', { count: lines.length })
  return (
    <Dialog title={title} isOpen onClose={onClose} place="side">
      <ul className="several" role={outcomes ? 'status' : undefined}>
        {lines.map((line, index) => (
          <li key={line.id}>
            <VerdictMark verdict={line.verdict} named />
            <div>
              <bdi>{line.statement}</bdi>
              <WhatBecame outcome={outcomes?.[index] ?? null} />
              {!outcomes && loads[index] && (
                <PreviewParts submissionId={line.id} slug={slug} onStand={tell} />
              )}
              {!outcomes && !loads[index] && <p className="meta">{t('approvals.previewWaits')}</p>}
            </div>
          </li>
        ))}
      </ul>
      {!outcomes && <p className="meta">{t('approvals.severalMore')}</p>}
      {!outcomes && <NotShown id={whyNot} stands={stands} />}
      <div className="dialog-acts">
        <button type="button" className="btn" onClick={onClose}>
          {t(outcomes ? 'ui.close' : 'ui.cancel')}
        </button>
        {!outcomes && (
          <button
            type="button"
            className="btn primary"
            // biome-ignore lint/a11y/noAutofocus: the question was asked, Enter answers it
            autoFocus
            aria-disabled={isClosed || undefined}
            aria-describedby={stands === 'shown' ? undefined : whyNot}
            onClick={() => !isClosed && approve(lines.map(({ id }) => id))}
          >
            <Icon of={CheckCheck} /> {t('approvals.severalApprove', { count: lines.length })}
          </button>
        )}
      </div>
    </Dialog>
  )
}

/** How far the preview of each line is. */
function standsOf(lines: Listed[], told: Record<string, PreviewStand>): PreviewStand['stands'][] {
  return lines.map(({ id: submissionId }) => {
    const of = { submissionId, dissentId: null }
    return standOf(told[previewAddress(of)] ?? null, of)
  })
}

/** How far the previews of all of them are. */
function wholeOf(each: PreviewStand['stands'][]): PreviewStand['stands'] {
  if (each.includes('failed')) return 'failed'
  return each.includes('loading') ? 'loading' : 'shown'
}

function WhatBecame({ outcome }: { outcome: Outcome | null }) {
  const t = words()
  if (!outcome) return null
  if (outcome.refusal)
    return (
      <span className="meta">
        <Icon of={TriangleAlert} size="xs" /> {say(outcome.refusal)}
      </span>
    )
  const { publication } = outcome
  return (
    <span className="meta">
      <Icon of={CheckCheck} size="xs" />{' '}
      {publication
        ? t('approvals.sayPublished', { version: publication.version })
        : t('approvals.sayApproved')}
    </span>
  )
}
