'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isTyping } from '../../../_ui/is-typing'

/** "G" and then a letter goes to a page, as in mail programs; nothing happens while somebody types. */
export function useDeskKeys(places: Record<string, string>) {
  const router = useRouter()
  useEffect(() => {
    let isAfterG = false
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const place = isAfterG ? places[event.key] : undefined
      isAfterG = event.key === 'g'
      if (place) router.push(place)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [places, router])
}
