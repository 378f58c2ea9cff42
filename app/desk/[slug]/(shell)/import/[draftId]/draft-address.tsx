'use client'
import { CircleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'
import { idOf } from './draft-field'

type Props = { value: string; problem: Refusal | null; onChange: (value: string) => void }

/** Where a text stands that came without an address, as a file of captions does. */
export function DraftAddress({ value, problem, onChange }: Props) {
  const t = words()
  const id = idOf('address')
  return (
    <div className="field">
      <label htmlFor={id}>{t('import.address')}</label>
      <input
        id={id}
        className="input"
        inputMode="url"
        dir="ltr"
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-err ${id}-hint` : `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <p className="err" id={`${id}-err`}>
          <Icon of={CircleAlert} size="sm" /> {say(problem)}
        </p>
      )}
      <p className="meta" id={`${id}-hint`}>
        {t('import.draftAddressHint')}
      </p>
    </div>
  )
}
