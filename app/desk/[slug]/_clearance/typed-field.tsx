'use client'
import { useId } from 'react'

type Props = {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  /** Lines of a longer text; left out for one line. */
  rows?: number
  type?: 'text' | 'number'
} & Pick<React.ComponentProps<'input'>, 'min' | 'max'>

/** A labelled line or text with what it is for. */
export function TypedField({ label, hint, value, onChange, rows, ...input }: Props) {
  const id = useId()
  const shared = { id, value, 'aria-describedby': hint ? `${id}-hint` : undefined }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows ? (
        <textarea
          className="textarea"
          rows={rows}
          {...shared}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input className="input" {...input} {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  )
}
