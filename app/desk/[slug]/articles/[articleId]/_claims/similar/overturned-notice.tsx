'use client'
import { FilePenLine, TriangleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { useScale } from '@/app/_verdict/scale'
import type { Verdict } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { houseScale, labelOf } from '@/server/claim/scale'
import type { CorrectionDraft, Turn } from '@/server/proposition/proposition'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useProposition } from './use-proposition'

type Props = { claim: Claim; onPick: (verdict: Verdict) => void }

/** That a claim that says the same has another verdict by now, and the correction that somebody drafted because of it. */
export function OverturnedNotice({ claim, onPick }: Props) {
  const proposition = useProposition(claim.id)
  const turn = proposition?.claims.find(({ claimId }) => claimId === claim.id)?.overturnedBy
  const draft = proposition?.draft
  return (
    <>
      {turn && <Turned turn={turn} />}
      {draft && <Drafted {...{ claim, draft, onPick }} />}
    </>
  )
}

function Turned({ turn: { number, label, path, isRetraction } }: { turn: Turn }) {
  const t = words()
  return (
    <div className="notice warn">
      <Icon of={TriangleAlert} />
      <b>{t('proposition.overturnedTitle')}</b>
      <p>
        {isRetraction
          ? t('proposition.retracted', { number })
          : t('proposition.corrected', { number, verdict: label })}
      </p>
      <p className="acts">
        <a href={path} target="_blank" rel="noopener">
          {t('proposition.see')}
        </a>
      </p>
    </div>
  )
}

function Drafted({ claim, draft, onPick }: Props & { draft: CorrectionDraft }) {
  const t = words()
  const { mayEdit } = useRoom()
  const scale = useScale() ?? houseScale()
  const { verdict } = draft
  const isTaken = verdict === null || claim.verdict === verdict
  const isOnScale = scale.some((entry) => entry.verdict === verdict)
  return (
    <div className="notice">
      <Icon of={FilePenLine} />
      <p className="spread">
        <b>{t('proposition.draftTitle', { name: draft.by })}</b>
        <span className="meta">
          <Ago at={draft.at} />
        </span>
      </p>
      <p>
        {verdict
          ? t('proposition.draftVerdict', { verdict: labelOf(verdict, scale) })
          : t('proposition.draftRetracted')}
      </p>
      {draft.publicNote && <p className="note">{draft.publicNote}</p>}
      {!isTaken && isOnScale && mayEdit && (
        <p className="acts">
          <button type="button" className="btn sm" onClick={() => onPick(verdict)}>
            {t('proposition.take')}
          </button>
        </p>
      )}
    </div>
  )
}
