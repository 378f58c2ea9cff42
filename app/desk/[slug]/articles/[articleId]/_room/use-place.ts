import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/** The open claim: its id stands in the address, so that a link opens the article at its place. */
export function usePlace(): { openId: string | null; open: (id: string | null) => void } {
  const openId = useSearchParams().get('claim')
  const open = useCallback((id: string | null) => {
    const address = new URL(window.location.href)
    if (id) address.searchParams.set('claim', id)
    else address.searchParams.delete('claim')
    address.searchParams.delete('comment')
    address.hash = ''
    window.history.replaceState(null, '', address)
  }, [])
  return { openId, open }
}
