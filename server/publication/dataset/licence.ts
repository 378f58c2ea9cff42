/** A licence, as programs and readers are told: `name` is its SPDX name. */
export type Licence = { name?: string; title?: string; path: string }

const known: Record<string, Omit<Licence, 'path'>> = {
  '/licenses/by/4.0': { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0' },
  '/licenses/by-sa/4.0': { name: 'CC-BY-SA-4.0', title: 'Creative Commons Attribution-ShareAlike 4.0' },
  '/licenses/by-nd/4.0': { name: 'CC-BY-ND-4.0', title: 'Creative Commons Attribution-NoDerivatives 4.0' },
  '/licenses/by-nc/4.0': { name: 'CC-BY-NC-4.0', title: 'Creative Commons Attribution-NonCommercial 4.0' },
  '/publicdomain/zero/1.0': { name: 'CC0-1.0', title: 'Creative Commons Zero 1.0' },
}

/** The licence at an address; only the address is told of one that is not known here. */
export function licenceAt(address: string): Licence {
  const { hostname, pathname } = new URL(address)
  const isTheirs = /^(www\.)?creativecommons\.org$/.test(hostname)
  const path = pathname.replace(/\/(deed(\.[\w-]+)?|legalcode(\.[\w-]+)?)?$/, '')
  return { ...(isTheirs && known[path]), path: address }
}
