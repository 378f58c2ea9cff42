'use client'
import '@/app/_styles/room/beside-newer.css'
import { GitCompare } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { words } from '../../server/words'
import { Icon } from '../_ui/icon'

type Props = {
  /** What somebody saved since the form was opened: a line that says so, and what holds now. Null: nothing newer. */
  newer: { title: string; shown: ReactNode } | null
  /** Names the way to leave what holds now as it is. */
  take: string
  onTake: () => void
  children: ReactNode
}

/** A form that keeps what was typed, and beside it what somebody else has saved meanwhile. */
export function BesideNewer({ newer, take, onTake, children }: Props) {
  const t = words()
  const id = useId()
  return (
    <div className={newer ? 'beside-newer' : undefined}>
      {newer && (
        <section className="notice warn" aria-labelledby={id}>
          <Icon of={GitCompare} />
          <b id={id} role="alert">
            {newer.title}
          </b>
          {newer.shown}
          <p className="acts">
            <button type="button" className="btn sm" onClick={onTake}>
              {take}
            </button>
          </p>
        </section>
      )}
      <div className="yours">
        {newer && <p className="label">{t('newer.yours')}</p>}
        {children}
      </div>
    </div>
  )
}
