'use client'
import { CheckCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { VerdictMark } from '@/app/_ui/verdict'
import { say } from '@/server/refusal'
import type { Outcome } from '@/server/review/approval/decide-several'
import type { Listed } from '@/server/review/queue/read-queue'
import { words } from '@/server/words'
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
              {line.statement}
              <WhatBecame outcome={outcomes?.[index] ?? null} />
              {!outcomes && <PreviewParts submissionId={line.id} slug={slug} />}
            </div>
          </li>
        ))}
      </ul>
      {!outcomes && <p className="meta">{t('approvals.severalMore')}</p>}
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
            aria-disabled={isApproving || undefined}
            onClick={() => !isApproving && approve(lines.map(({ id }) => id))}
          >
            <Icon of={CheckCheck} /> {t('approvals.severalApprove', { count: lines.length })}
          </button>
        )}
      </div>
    </Dialog>
  )
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
