import { Highlighter, MessageSquare, MoveHorizontal, Scissors } from 'lucide-react'
import { lazy, type Ref, Suspense } from 'react'
import { stepAlong } from '@/app/_keys/along'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import type { Selected } from './use-selection'

const CheckedBefore = lazy(async () => ({ default: (await import('./checked-before')).CheckedBefore }))

export type MarkActs = {
  mark: () => void
  /** Begins to talk about the selected words. */
  comment: () => void
  /** With a claim open: give its mark the selected ends; make the selected part a claim of its own. */
  adjust: { number: number; act: () => void } | null
  split: { act: () => void } | null
}

type Props = {
  selected: Selected
  text: string
  acts: MarkActs
  ref: Ref<HTMLDivElement>
  onLeave: () => void
}

/** What can be done with the selected words, just below them. */
export function SelectionToolbar({ selected, text, acts, ref, onLeave }: Props) {
  const t = words()
  const { adjust, split } = acts
  return (
    <div
      ref={ref}
      className="pop selpop"
      role="toolbar"
      aria-label={t('workspace.selectedText', { text })}
      style={
        {
          top: selected.last.bottom + 6,
          '--at': `${Math.round(selected.last.left)}px`,
        } as React.CSSProperties
      } // a custom property is not in React's types
      // A press must not take the selection away before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
        const step = stepAlong(event.key)
        if (step) focusBeside(event.currentTarget, step)
      }}
    >
      <button type="button" className="item primary" onClick={acts.mark}>
        <Icon of={Highlighter} size="sm" /> {t('workspace.mark')} <kbd>M</kbd>
      </button>
      <button type="button" className="item" onClick={acts.comment}>
        <Icon of={MessageSquare} size="sm" /> {t('workspace.comment')} <kbd>C</kbd>
      </button>
      {adjust && (
        <button type="button" className="item" onClick={adjust.act}>
          <Icon of={MoveHorizontal} size="sm" /> {t('workspace.adjust', { number: adjust.number })}
        </button>
      )}
      {split && (
        <button type="button" className="item" onClick={split.act}>
          <Icon of={Scissors} size="sm" /> {t('workspace.split')}
        </button>
      )}
      <Suspense>
        <CheckedBefore text={text} />
      </Suspense>
    </div>
  )
}

/** Goes to the button or link before or after, round the ends. */
export function focusBeside(toolbar: HTMLElement, step: 1 | -1) {
  const stops = [...toolbar.querySelectorAll<HTMLElement>('button, a')]
  const at = stops.findIndex((stop) => stop.matches(':focus'))
  stops[(at + step + stops.length) % stops.length]?.focus()
}
