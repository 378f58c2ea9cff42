'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { flushSync } from 'react-dom'
import { Icon } from '@/app/_ui/icon'
import { VerdictMark } from '@/app/_ui/verdict'
import { keyOf } from '@/server/claim/verdict'
import { words } from '@/server/words'
import type { Row } from './verdicts-section'

type Props = {
  row: Row
  isOptional: boolean
  isFirst: boolean
  isLast: boolean
  onChange: (part: Partial<Row>) => void
  onMove: (by: -1 | 1) => void
}

/** One verdict of the scale: its mark and key stay, its words and its place are the desk's. */
export function VerdictRow({ row, isOptional, isFirst, isLast, onChange, onMove }: Props) {
  const t = words()
  const { verdict, label, meaning, isUsed } = row
  const house = { verdict: t(`verdict.${verdict}`) }
  function moveBy(by: -1 | 1, button: HTMLButtonElement) {
    flushSync(() => onMove(by))
    // A row that is moved in the page loses the focus.
    button.focus()
  }
  return (
    <li>
      <div className="scale-row-head">
        <VerdictMark verdict={verdict} size="lg" />
        <b>{house.verdict}</b>
        <kbd>{keyOf[verdict]}</kbd>
        {isOptional && (
          <label className="check">
            <input
              type="checkbox"
              checked={isUsed}
              onChange={(event) => onChange({ isUsed: event.target.checked })}
            />
            <span>{t('settings.verdicts.use', house)}</span>
          </label>
        )}
        <span className="grow" />
        <button
          type="button"
          className="btn sm"
          aria-label={t('settings.verdicts.up', house)}
          aria-disabled={isFirst}
          onClick={({ currentTarget }) => moveBy(-1, currentTarget)}
        >
          <Icon of={ArrowUp} size="sm" />
        </button>
        <button
          type="button"
          className="btn sm"
          aria-label={t('settings.verdicts.down', house)}
          aria-disabled={isLast}
          onClick={({ currentTarget }) => moveBy(1, currentTarget)}
        >
          <Icon of={ArrowDown} size="sm" />
        </button>
      </div>
      {isUsed && (
        <div className="scale-row-words">
          <input
            className="input"
            aria-label={t('settings.verdicts.label', house)}
            value={label}
            maxLength={40}
            onChange={(event) => onChange({ label: event.target.value })}
          />
          <input
            className="input"
            aria-label={t('settings.verdicts.meaning', house)}
            value={meaning}
            maxLength={200}
            onChange={(event) => onChange({ meaning: event.target.value })}
          />
        </div>
      )}
    </li>
  )
}
