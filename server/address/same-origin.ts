import { isIP } from 'node:net'

type Asked = { origin: string | null; host: string | null; site: string | null }

/** Whether a request comes from a page of ours, or from no page at all, as commands and tests do. */
export function isSameOrigin(asked: Asked, publicOrigin: string): boolean {
  if (asked.site && asked.site !== 'same-origin' && asked.site !== 'none') return false
  if (asked.origin === null) return true
  if (asked.origin === publicOrigin) return true
  return URL.canParse(asked.origin) && new URL(asked.origin).host === asked.host
}

/**
 * Whether a request asks for us by a name that is ours: PUBLIC_ORIGIN's, `localhost`, or an address in numbers. Any
 * other name may be a stranger's that leads here (DNS rebinding), and his pages would pass for ours.
 */
export function isOurHost(host: string | undefined, publicOrigin: string): boolean {
  if (host === undefined || publicOrigin === `http://${host}` || publicOrigin === `https://${host}`)
    return true
  if (!URL.canParse(`http://${host}`)) return false
  const { hostname } = new URL(`http://${host}`)
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  return isNumber || hostname === 'localhost' || hostname === new URL(publicOrigin).hostname
}
