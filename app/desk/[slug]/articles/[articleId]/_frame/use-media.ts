import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (follower: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', follower)
      return () => list.removeEventListener('change', follower)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
