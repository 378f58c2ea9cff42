import type { Block } from '../extract/extraction'

/** A second of a recording as a clock shows it: 0:42, 12:05, 1:02:03. */
export function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** How the players of some sites are told where to begin: by a parameter or a fragment, with these letters after the seconds. */
const players: Record<string, { by: 'parameter' | 'fragment'; name: string; unit: 's' | '' }> = {
  'youtube.com': { by: 'parameter', name: 't', unit: 's' },
  'youtu.be': { by: 'parameter', name: 't', unit: 's' },
  'twitch.tv': { by: 'parameter', name: 't', unit: 's' },
  'open.spotify.com': { by: 'parameter', name: 't', unit: '' },
  'dailymotion.com': { by: 'parameter', name: 'start', unit: '' },
  'c-span.org': { by: 'parameter', name: 'start', unit: '' },
  'archive.org': { by: 'parameter', name: 'start', unit: '' },
  'vimeo.com': { by: 'fragment', name: 't', unit: 's' },
}

/** Any other: a media fragment (https://www.w3.org/TR/media-frags/). */
const another = { by: 'fragment', name: 't', unit: '' } as const

const playerOf = ({ hostname }: URL) => players[hostname.replace(/^(?:www|m|music)\./, '')] ?? another

/**
 * The address of a recording at one of its seconds, as its site's player takes it, else as a media fragment; an address
 * that names a place already keeps it. Null where it is no address.
 */
export function addressAt(address: string, seconds: number): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const { by, name, unit } = playerOf(url)
  if (by === 'parameter') url.searchParams.set(name, `${seconds}${unit}`)
  else if (url.hash === '' || /^#t=/.test(url.hash)) url.hash = `${name}=${seconds}${unit}`
  return url.href
}

/** From which second words are heard that begin at a code point of a block's text; null where no second is known. */
export function secondAt({ at, moments = [] }: Pick<Block, 'at' | 'moments'>, start: number): number | null {
  return moments.findLast(([from]) => from <= start)?.[1] ?? at ?? null
}

/** The second of a recording that an address leads to; null where it leads to no second. */
export function secondIn(address: string): number | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const { by, name } = playerOf(url)
  const given = by === 'parameter' ? url.searchParams.get(name) : /^#t=(?:npt:)?([^,&]*)/.exec(url.hash)?.[1]
  return given ? secondsOf(given) : null
}

/** 90, 90s, 1m30s, 1:30 and 0:01:30.5 as whole seconds. */
function secondsOf(given: string): number | null {
  const [, hours, minutes, seconds] =
    /^(?=\d)(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,7})(?:\.\d+)?s?)?$/.exec(given) ??
    /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/.exec(given) ??
    []
  if (hours === undefined && minutes === undefined && seconds === undefined) return null
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

/** The moment of a recording at which something was said: the first of these addresses that names its second. */
export function momentAmong(addresses: string[]): { address: string; second: number } | null {
  for (const address of addresses) {
    const second = secondIn(address)
    if (second !== null) return { address, second }
  }
  return null
}
