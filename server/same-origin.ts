type Asked = { origin: string | null; host: string | null; site: string | null }

/** Whether a request comes from a page of ours, or from no page at all, as commands and tests do. */
export function isSameOrigin(asked: Asked, publicOrigin: string): boolean {
  if (asked.site && asked.site !== 'same-origin' && asked.site !== 'none') return false
  if (asked.origin === null) return true
  if (asked.origin === publicOrigin) return true
  return URL.canParse(asked.origin) && new URL(asked.origin).host === asked.host
}
