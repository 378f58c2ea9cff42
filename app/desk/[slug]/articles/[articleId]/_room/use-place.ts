import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

type Place = {
  /** The open claim. */
  openId: string | null
  open: (id: string | null) => void
  /** The open thread about a passage; a claim is open, or a passage. */
  passageId: string | null
  openPassage: (threadId: string) => void
}

/** What is open: its id stands in the address, so that a link opens the article at its place. */
export function usePlace(): Place {
  const asked = useSearchParams()
  const openId = asked.get('claim')
  const open = useCallback((id: string | null) => show({ claim: id }), [])
  const openPassage = useCallback((threadId: string) => show({ passage: threadId }), [])
  return { openId, open, passageId: openId ? null : asked.get('passage'), openPassage }
}

function show(opened: { claim?: string | null; passage?: string }) {
  const address = new URL(window.location.href)
  for (const name of ['claim', 'passage', 'comment']) address.searchParams.delete(name)
  for (const [name, id] of Object.entries(opened)) if (id) address.searchParams.set(name, id)
  address.hash = ''
  window.history.replaceState(null, '', address)
}
