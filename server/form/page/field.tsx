import type { Refusal } from '../../refusal'
import type { Words } from '../../words'

type Props = {
  name: string
  label: string
  hint: string
  value: string
  refusal: Refusal | undefined
  /** How many lines it shows; one is a line without more. */
  rows?: number
  type?: 'text' | 'url' | 'email'
  autoComplete?: 'name' | 'email' | 'off'
  isRequired?: boolean
  say: Words
}

/** A field with what it is for, and, read out first, why it cannot be taken as it is. */
export function Field({ name, label, hint, value, refusal, rows = 1, isRequired, ...props }: Props) {
  const { say, type = 'text', autoComplete = 'off' } = props
  const described = refusal ? `${name}-err ${name}-hint` : `${name}-hint`
  const given = {
    ...{ id: name, name, defaultValue: value, 'aria-describedby': described },
    'aria-invalid': refusal ? (true as const) : undefined,
    'aria-required': isRequired || undefined,
  }
  return (
    <div className="field">
      <label htmlFor={name}>{isRequired ? label : say('report.optional', { label })}</label>
      <p className="meta" id={`${name}-hint`}>
        {hint}
      </p>
      {refusal && (
        <p className="err" id={`${name}-err`}>
          {say(`refusal.${refusal.code}`, refusal.values)}
        </p>
      )}
      {rows > 1 ? (
        <textarea {...given} rows={rows} dir="auto" />
      ) : (
        // Checked on arrival alone: a browser's own words for what is wrong would be in its language, not the page's.
        <input {...given} type="text" inputMode={type} dir="auto" autoComplete={autoComplete} />
      )}
    </div>
  )
}

/** A field that people do not see and programs fill in. */
export function Trap({ say }: { say: Words }) {
  return (
    <div className="trap" aria-hidden="true">
      <label htmlFor="website">{say('report.trap')}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
