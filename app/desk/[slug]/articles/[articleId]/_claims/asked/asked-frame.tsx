'use client'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { foldTo } from '@/app/_form/fold'
import { Icon } from '@/app/_ui/icon'
import type { Refusal } from '@/server/refusal'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { detailPane } from '../detail/detail-pane'

type SectionProps = {
  id: string
  title: string
  add: string
  hint?: string
  count: number
  onAdd: (() => void) | null
  children: ReactNode
}

/** A list of searches or requests at a claim, with the button that adds one. */
export function AskedSection({ id, title, add, hint, count, onAdd, children }: SectionProps) {
  return (
    <section className="dt-sec" aria-labelledby={id}>
      <div className="spread">
        <h3 className="label" id={id}>
          {title} <span className="ink-3">{count}</span>
        </h3>
        {onAdd && (
          <button type="button" className="btn quiet xs" onClick={onAdd}>
            <Icon of={Plus} size="sm" /> {add}
          </button>
        )}
      </div>
      {count === 0 && hint && onAdd && <p className="meta">{hint}</p>}
      {count > 0 && <ol className="sources">{children}</ol>}
    </section>
  )
}

type ItemProps = {
  id: string
  number: number
  name: string
  about: string
  quote?: string
  /** What it still needs, or that it is overdue. */
  missing: string | null
  edit: string
  onEdit: (() => void) | null
}

/** One of them as it is read. */
export function AskedItem({ id, number, name, about, quote, missing, edit, onEdit }: ItemProps) {
  return (
    <li className="source">
      <span className="ref">{number}</span>
      <span className="t" dir="auto">
        {name}
      </span>
      <span className="source-end">
        {onEdit && (
          <button
            type="button"
            className="btn quiet icon-only xs"
            id={`edit-${id}`}
            aria-label={edit}
            onClick={onEdit}
          >
            <Icon of={Pencil} size="sm" />
          </button>
        )}
      </span>
      {quote && (
        <p className="q" dir="auto">
          “{quote}”
        </p>
      )}
      <p className="m meta">{about}</p>
      {missing && <p className="m missing">{missing}</p>}
    </li>
  )
}

type FormProps = {
  id: string
  number: number
  name: string
  why: Refusal | null
  remove: string
  onRemove: () => void
  onClose: () => void
  children: ReactNode
}

/** One of them open for writing: everything is kept as it is typed, Done and Escape only fold it up. */
export function AskedForm({ id, number, name, why, remove, onRemove, onClose, children }: FormProps) {
  const close = () => foldTo(`edit-${id}`, onClose)
  return (
    <li className="source is-open">
      <span className="ref">{number}</span>
      <fieldset
        className="source-form"
        aria-label={name}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      >
        {children}
        {why && <p className="missing wide">{say(why)}</p>}
        <p className="wide spread">
          <button type="button" className="btn sm" onClick={close}>
            {words()('source.done')}
          </button>
          <button
            type="button"
            className="btn quiet sm"
            onClick={() => {
              onRemove()
              onClose()
              detailPane()?.focus({ preventScroll: true })
            }}
          >
            <Icon of={Trash2} size="sm" /> {remove}
          </button>
        </p>
      </fieldset>
    </li>
  )
}
