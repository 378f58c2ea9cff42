'use client'
import { History } from 'lucide-react'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { useHistoryView } from './use-history-view'

/** Turns the open claim over to its history and back, also by the key H. */
export function HistoryButton() {
  const { isHistory, turn } = useHistoryView()
  useKeys({ h: turn })
  return (
    <button
      type="button"
      className="btn quiet icon-only sm"
      aria-label={words()('history.turn')}
      title={words()('history.turn')}
      aria-pressed={isHistory}
      onClick={turn}
    >
      <Icon of={History} />
    </button>
  )
}
