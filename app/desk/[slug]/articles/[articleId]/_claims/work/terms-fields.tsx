'use client'
import { useId } from 'react'
import { type Priority, priorities } from '@/db/vocabulary'
import type { Assignment } from '@/server/assignment/assignment'
import { dueWord, wallTimeOf } from '@/server/assignment/due'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** When work is due and how much it presses, as a form holds it: day and time of the desk, empty where none. */
export type Terms = { day: string; time: string; priority: Priority }

/** The terms that hold, to begin a form with. */
export function termsOf(standing: Assignment | null, timeZone: string): Terms {
  const { dueAt = null, priority = 'normal' } = standing ?? {}
  if (!dueAt) return { day: '', time: '', priority }
  const { time } = dueWord(dueAt, dueAt, timeZone)
  return { day: wallTimeOf(dueAt, timeZone).slice(0, 10), time: time ?? '', priority }
}

/** Day and time as the server is told them; null where no day was chosen. */
export const saidDue = ({ day, time }: Terms): string | null =>
  day === '' ? null : time === '' ? day : `${day}T${time}`

export function TermsFields({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  const t = words()
  const id = useId()
  const { desk } = useRoom()
  return (
    <div className="terms">
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('work.dueDay')}</label>
        <input
          id={`${id}-day`}
          className="input"
          type="date"
          aria-describedby={`${id}-hint`}
          min="2000-01-01"
          max="2999-12-31"
          value={terms.day}
          onChange={(event) => onChange({ ...terms, day: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-time`}>{t('work.dueTime')}</label>
        <input
          id={`${id}-time`}
          className="input"
          type="time"
          value={terms.time}
          onChange={(event) => onChange({ ...terms, time: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-priority`}>{t('work.priorityLabel')}</label>
        <select
          id={`${id}-priority`}
          className="select"
          value={terms.priority}
          // The choices are those of the vocabulary.
          onChange={(event) => onChange({ ...terms, priority: event.target.value as Priority })}
        >
          {priorities.map((priority) => (
            <option key={priority} value={priority}>
              {t(`work.priority.${priority}`)}
            </option>
          ))}
        </select>
      </div>
      <p className="meta" id={`${id}-hint`}>
        {t('work.dueHint', { zone: desk.timeZone })}
      </p>
    </div>
  )
}
