'use client'
import { GitCompare } from 'lucide-react'
import { Avatar } from '@/app/_ui/avatar'
import { Icon } from '@/app/_ui/icon'
import { VerdictLabel } from '@/app/_ui/verdict'
import type { Verdict } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { forgetClash, useClash } from './verdict-clash'

/** Two verdicts, neither given in sight of the other: the person picks. */
export function ClashNotice({ claim, onPick }: { claim: Claim; onPick: (verdict: Verdict | null) => void }) {
  const t = words()
  const { doc, member } = useRoom()
  const clash = useClash(claim.id)
  if (!clash) return null
  const name = clash.name ?? t('claim.somebodyElse')
  return (
    <div className="notice warn" role="alert">
      <Icon of={GitCompare} />
      <b>{t('claim.clash', { name })}</b>
      <p>{t('claim.clashHint')}</p>
      <div className="pick2">
        <div>
          <p className="by">
            <Avatar id={member.id} name={member.name} size="sm" /> {t('claim.you')}
          </p>
          <VerdictLabel verdict={clash.mine} />
          <button type="button" className="btn sm" onClick={() => onPick(clash.mine)}>
            {t('claim.keepMine')}
          </button>
        </div>
        <div>
          <p className="by">{name}</p>
          <VerdictLabel verdict={clash.theirs} />
          <button type="button" className="btn sm" onClick={() => forgetClash(doc, claim.id)}>
            {t('claim.keepTheirs')}
          </button>
        </div>
      </div>
    </div>
  )
}
