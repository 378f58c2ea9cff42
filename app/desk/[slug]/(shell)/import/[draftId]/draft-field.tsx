'use client'
import { CircleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import type { Field } from '@/server/article/extract/extraction'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'

/** The id of a field's input, where the focus goes when something is wrong with it. */
export const idOf = (field: Field | 'address') => `draft-${field}`

type FieldProps = {
  field: Field
  value: string
  problem: Refusal | null
  origin: 'json-ld' | 'meta' | 'page' | 'member' | 'none'
  onChange: (value: string) => void
}

/** One field as it was read, with its origin, to be corrected. */
export function DraftField({ field, value, problem, origin, onChange }: FieldProps) {
  const t = words()
  const id = idOf(field)
  return (
    <div className="field">
      <label htmlFor={id}>{t(`import.field.${field}`)}</label>
      {field === 'title' ? (
        <textarea
          id={id}
          className="textarea"
          rows={2}
          required
          aria-describedby={`${id}-origin`}
          value={value}
          onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
        />
      ) : (
        <input
          id={id}
          className="input"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-err ${id}-origin` : `${id}-origin`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {problem && (
        <p className="err" id={`${id}-err`}>
          <Icon of={CircleAlert} size="sm" /> {say(problem)}
        </p>
      )}
      <p className="meta" id={`${id}-origin`}>
        {t(`import.origin.${value ? origin : 'none'}`)}
        {t(`import.fieldHint.${field}`) && `. ${t(`import.fieldHint.${field}`)}`}
      </p>
    </div>
  )
}
