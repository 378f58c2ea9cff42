import { useId } from 'react'

type Props = {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  rows?: number
  maxLength?: number
}

/** A text that goes with an act on a published claim, with what it is for. */
export function NoteField({ label, hint, value, onChange, rows = 4, maxLength = 4000 }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        className="textarea"
        rows={rows}
        maxLength={maxLength}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
