import { useEffect, useRef } from 'react'

/** Gives a link the address of a bookmarklet once it stands on the page: React renders none that runs something. */
export function useSetAddress(address: () => string) {
  const link = useRef<HTMLAnchorElement>(null)
  const made = useRef(address)
  useEffect(() => {
    link.current?.setAttribute('href', made.current())
  }, [])
  return link
}
