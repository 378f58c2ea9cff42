'use client'
import { useId } from 'react'
import { type Priority, priorities } from '@/db/vocabulary'
import type { Assignment } from '@/server/assignment/assignment'
import { dueWord, wallTimeOf } from '@/server/assignment/due/due'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** A day and time of the desk, empty where none. */
export type DueTyped = { day: string; time: string }
/** When work is due and how much it presses, as a form holds it. */
export type Terms = DueTyped & {
  priority: Priority
  /** Whether an empty day means no due time: where nobody had the work, it means that nothing was said. */
  isDueSaid: boolean
}

/** The terms that hold, to begin a form with. */
export function termsOf(standing: Assignment | null, timeZone: string): Terms {
  const { dueAt = null, priority = 'normal' } = standing ?? {}
  const isDueSaid = standing !== null
  if (!dueAt) return { day: '', time: '', priority, isDueSaid }
  const { time } = dueWord(dueAt, dueAt, timeZone)
  return { day: wallTimeOf(dueAt, timeZone).slice(0, 10), time: time ?? '', priority, isDueSaid }
}

/** Day and time as the server is told them; null where no day was chosen. */
export const saidDue = ({ day, time }: DueTyped): string | null =>
  day === '' ? null : time === '' ? day : `${day}T${time}`

export function TermsFields({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  return (
    <div className="terms">
      <DueFields typed={terms} onChange={(typed) => onChange({ ...terms, ...typed, isDueSaid: true })} />
      <PriorityField
        value={terms.priority}
        // The choices are those of the vocabulary.
        onChange={(priority) => onChange({ ...terms, priority: priority as Priority })}
      />
    </div>
  )
}

/** A day and time of the desk, with what an empty time means. */
export function DueFields({ typed, onChange }: { typed: DueTyped; onChange: (typed: DueTyped) => void }) {
  const t = words()
  const id = useId()
  const { desk } = useRoom()
  const { day, time } = typed
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('work.dueDay')}</label>
        <input
          id={`${id}-day`}
          className="input"
          type="date"
          aria-describedby={`${id}-hint`}
          min="2000-01-01"
          max="2999-12-31"
          value={day}
          onChange={(event) => onChange({ time, day: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-time`}>{t('work.dueTime')}</label>
        <input
          id={`${id}-time`}
          className="input"
          type="time"
          value={time}
          onChange={(event) => onChange({ day, time: event.target.value })}
        />
      </div>
      <p className="meta" id={`${id}-hint`}>
        {t('work.dueHint', { zone: desk.timeZone })}
      </p>
    </>
  )
}

type PriorityProps = {
  /** Empty while each claim keeps its own. */
  value: Priority | ''
  /** Names the choice that changes nothing, where there is one. */
  leave?: string
  onChange: (priority: string) => void
}

export function PriorityField({ value, leave, onChange }: PriorityProps) {
  const t = words()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('work.priorityLabel')}</label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        {leave && <option value="">{leave}</option>}
        {priorities.map((priority) => (
          <option key={priority} value={priority}>
            {t(`work.priority.${priority}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
