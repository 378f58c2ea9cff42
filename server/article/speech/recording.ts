/** A second of a recording as a clock shows it: 0:42, 12:05, 1:02:03. */
export function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/**
 * The address of a recording at one of its seconds: as YouTube and Vimeo take it, else as a media fragment
 * (https://www.w3.org/TR/media-frags/); an address that names a place already keeps it. Null where it is no address.
 */
export function addressAt(address: string, seconds: number): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const host = url.hostname.replace(/^(?:www|m|music)\./, '')
  if (host === 'youtube.com' || host === 'youtu.be') url.searchParams.set('t', `${seconds}s`)
  else if (url.hash === '' || /^#t=/.test(url.hash))
    url.hash = `t=${seconds}${host === 'vimeo.com' ? 's' : ''}`
  return url.href
}
