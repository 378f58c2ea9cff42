'use client'
import { usePathname } from 'next/navigation'

const home = (slug: string) => `/desk/${slug}/approvals`

/** The submission the address names; null where it names none. */
export function useNamedId(slug: string): string | null {
  const path = usePathname()
  return path.startsWith(`${home(slug)}/`) ? path.slice(home(slug).length + 1) : null
}

/** Opens a submission beside the queue; nothing is asked of the server that is here already. */
export function openBeside(slug: string, submissionId: string): void {
  window.history.pushState(null, '', `${home(slug)}/${submissionId}`)
}
