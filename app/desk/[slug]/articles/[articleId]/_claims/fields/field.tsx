'use client'
import { useId, useState } from 'react'
import { statedDate } from '@/server/date/stated-date'
import type { TextField } from '@/server/room/doc/room-doc'
import { words } from '@/server/words'
import { WritingHere } from '../../_presence/writing-here'
import { useRoom } from '../../_room/use-room'
import { useText } from './use-text'

type Labelled = { label: string; hint?: string; value: string; wide?: boolean; id?: string }

/** A text that several people write in at once; observers read it. */
export function SharedText(props: Labelled & { field: TextField; claimId: string; className?: string }) {
  const { label, hint, value, wide, field, claimId, className = '' } = props
  const { mayEdit } = useRoom()
  const ownId = useId()
  const id = props.id ?? ownId
  const ref = useText(field, claimId)
  if (!mayEdit) return <Read label={label} value={value} wide={wide} className={className} />
  return (
    <div className={`cell ${wide ? 'wide' : ''}`} data-writes={field}>
      <label htmlFor={id}>{label}</label>
      <WritingHere claimId={claimId} field={field} />
      <textarea id={id} ref={ref} className={`quiet-field ${className}`} rows={1} placeholder={hint} />
    </div>
  )
}

type ValueProps = Labelled & {
  type?: 'text' | 'date' | 'url'
  lines?: boolean
  onWrite: (value: string) => void
  autoFocus?: boolean
  /** What is wrong with the value, said below it. */
  wrong?: string | null
}

/** One value of which the newest stands; what one types is not moved while one types it. */
export function ValueField(props: ValueProps) {
  const { label, hint, value, wide, type = 'text', lines, onWrite, autoFocus } = props
  const { mayEdit } = useRoom()
  const [typed, setTyped] = useState<string | null>(null)
  // Half a date is not wrong yet.
  const wrong = typed === null ? props.wrong : null
  const ownId = useId()
  const id = props.id ?? ownId
  if (!mayEdit) return <Read label={label} value={value} wide={wide} />
  const shared = {
    id,
    className: 'quiet-field',
    // Only a field that shows a hint has a line, so an empty one shows an empty hint.
    placeholder: hint ?? ' ',
    value: typed ?? value,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    onChange: (event: { target: { value: string } }) => {
      setTyped(event.target.value)
      onWrite(event.target.value)
    },
    onBlur: () => setTyped(null),
  }
  return (
    <div className={`cell ${wide ? 'wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {/* biome-ignore lint/a11y/noAutofocus: only set where the person has just asked for this field */}
      {lines ? <textarea {...shared} rows={2} /> : <input {...shared} type={type} autoFocus={autoFocus} />}
      {wrong && (
        <p className="field-wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

type ChoiceProps<Choice extends string> = {
  label: string
  unset: string
  value: Choice | null
  choices: readonly Choice[]
  nameOf: (choice: Choice) => string
  onWrite: (value: Choice | null) => void
}

/** One of a few words. */
export function ChoiceField<Choice extends string>(props: ChoiceProps<Choice>) {
  const { label, unset, value, choices, nameOf, onWrite } = props
  const { mayEdit } = useRoom()
  const id = useId()
  if (!mayEdit) return <Read label={label} value={value ? nameOf(value) : ''} />
  return (
    <div className="cell">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={`quiet-field select ${value ? '' : 'is-unset'}`}
        value={value ?? ''}
        onChange={(event) => onWrite(choices.find((choice) => choice === event.target.value) ?? null)}
      >
        <option value="">{unset}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {nameOf(choice)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What observers see in place of a field. */
function Read({ label, value, wide, className = '' }: Labelled & { className?: string }) {
  return (
    <div className={`cell ${wide ? 'wide' : ''}`}>
      <p className="cell-label">{label}</p>
      <p className={`${className} ${value ? '' : 'ink-3'}`}>
        {statedDate(value) || words()('claim.notWritten')}
      </p>
    </div>
  )
}
