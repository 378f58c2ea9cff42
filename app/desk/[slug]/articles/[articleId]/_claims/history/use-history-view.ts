import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/** Whether the open claim shows its history in place of its fields: that stands in the address, too. */
export function useHistoryView(): { isHistory: boolean; turn: () => void } {
  const isHistory = useSearchParams().get('view') === 'history'
  const turn = useCallback(() => {
    const address = new URL(window.location.href)
    if (isHistory) address.searchParams.delete('view')
    else address.searchParams.set('view', 'history')
    window.history.replaceState(null, '', address)
  }, [isHistory])
  return { isHistory, turn }
}
