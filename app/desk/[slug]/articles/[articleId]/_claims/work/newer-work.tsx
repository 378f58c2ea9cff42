'use client'
import { Due } from '@/app/desk/[slug]/_work/due'
import type { Assignment } from '@/server/assignment/assignment'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** Who has a claim or the article now, on which terms and with which note, beside a form that was opened before. */
export function NewerWork({ of: { to, dueAt, priority, note } }: { of: Assignment }) {
  const t = words()
  const { desk } = useRoom()
  return (
    <dl className="newer-work">
      <div>
        <dt className="label">{t('work.to')}</dt>
        <dd>{to?.name ?? t('work.inPool')}</dd>
      </div>
      <div>
        <dt className="label">{t('work.dueDay')}</dt>
        <dd>{dueAt ? <Due at={dueAt} timeZone={desk.timeZone} /> : t('work.notDue')}</dd>
      </div>
      <div>
        <dt className="label">{t('work.priorityLabel')}</dt>
        <dd>{t(`work.priority.${priority}`)}</dd>
      </div>
      {note && (
        <div>
          <dt className="label">{t('work.noteNow')}</dt>
          <dd>{note}</dd>
        </div>
      )}
    </dl>
  )
}
