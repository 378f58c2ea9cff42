'use client'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { words } from '@/server/words'

type Props = {
  slug: string
  label: string
  hint: string
  /** What is said of choosing nobody. */
  none: string
  /** A member's id, or nothing. */
  value: string
  onChange: (memberId: string) => void
}

/** A choice among the members of the desk. */
export function MemberField({ slug, label, hint, none, value, onChange }: Props) {
  const t = words()
  const id = useId()
  const colleagues = useQuery(useTRPC().member.list.queryOptions({ desk: slug }))
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <select
        id={id}
        className="select"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {colleagues.data?.map((colleague) => (
          <option key={colleague.id} value={colleague.id}>
            {colleague.name}, {t(`role.${colleague.role}`)}
          </option>
        ))}
      </select>
      <ReadState of={colleagues} name={label} lines={1} />
    </div>
  )
}
