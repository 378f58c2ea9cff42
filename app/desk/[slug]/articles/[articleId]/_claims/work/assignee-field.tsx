'use client'
import { useId } from 'react'
import { ReadState } from '@/app/_ui/wait/read-state'
import { statedDate } from '@/server/date/stated-date'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useColleagues } from './use-work'

/** What stands for the pool in the choice of who shall have it. */
export const pool = 'pool'

type Props = { value: string; mayPool: boolean; onChange: (to: string) => void }

/** Everybody on the desk who may check, oneself first; whoever is chosen is a member's id, or the pool. */
export function AssigneeField({ value, mayPool, onChange }: Props) {
  const t = words()
  const id = useId()
  const { member } = useRoom()
  const { colleagues, reading } = useColleagues()
  const able = colleagues.filter((colleague) => may(colleague, 'take on work'))
  const others = able.filter((colleague) => colleague.id !== member.id)
  return (
    <div className="field">
      <label htmlFor={id}>{t('work.to')}</label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('work.choose')}</option>
        {able.length > others.length && (
          <option value={member.id}>{t('work.toMe', { name: member.name })}</option>
        )}
        {others.map(({ id: colleagueId, name, role, backOn }) => (
          <option key={colleagueId} value={colleagueId}>
            {name}, {backOn ? t('work.backOn', { day: statedDate(backOn) }) : t(`role.${role}`)}
          </option>
        ))}
        {mayPool && <option value={pool}>{t('work.toNobody')}</option>}
      </select>
      <ReadState of={reading} name={t('work.to')} lines={1} />
    </div>
  )
}
