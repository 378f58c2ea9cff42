import { CircleAlert } from 'lucide-react'
import { Icon } from '../_ui/icon'
import type { Problem } from './problem'

type Shared = { label: string; name: string; hint?: string; problems: Problem[] }

/** A labelled input with its hint and, after a try, what is wrong with it. Its id is its name. */
export function Field({ label, name, hint, problems, ...input }: Shared & React.ComponentProps<'input'>) {
  const sentence = sentenceFor(name, problems)
  return (
    <Labelled label={label} name={name} hint={hint} sentence={sentence}>
      <input className="input lg" id={name} name={name} {...input} {...told(name, hint, sentence)} />
    </Labelled>
  )
}

/** The same for a choice among options. */
export function SelectField({
  label,
  name,
  hint,
  problems,
  ...select
}: Shared & React.ComponentProps<'select'>) {
  const sentence = sentenceFor(name, problems)
  return (
    <Labelled label={label} name={name} hint={hint} sentence={sentence}>
      <select className="select lg" id={name} name={name} {...select} {...told(name, hint, sentence)} />
    </Labelled>
  )
}

type Inside = {
  label: string
  name: string
  hint?: string
  sentence: string | null
  children: React.ReactNode
}

function Labelled({ label, name, hint, sentence, children }: Inside) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {sentence && (
        <p className="err" id={`${name}-err`}>
          <Icon of={CircleAlert} size="sm" /> {sentence}
        </p>
      )}
    </div>
  )
}

function sentenceFor(name: string, problems: Problem[]): string | null {
  return problems.find(({ field }) => field === name)?.sentence ?? null
}

function told(name: string, hint: string | undefined, sentence: string | null) {
  const by = [sentence && `${name}-err`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return { 'aria-describedby': by || undefined, 'aria-invalid': sentence ? true : undefined }
}
