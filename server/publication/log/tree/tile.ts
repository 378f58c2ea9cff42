/**
 * A piece of the log as C2SP tlog-tiles hands it out: up to 256 hashes of one level of the tree, every eighth level,
 * or the entries below those of level 0. Fewer than 256 only at the right edge.
 */
export type Tile = { of: number | 'entries'; place: number; width: number }

export const fullTile = 256

/** Where a tile is read, under the log's own address. */
export function tilePath({ of, place, width }: Tile): string {
  const digits = String(place).padStart(Math.ceil(String(place).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g) ?? []
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `/log/tile/${of}/${name}${width < fullTile ? `.p/${width}` : ''}`
}

/** All tiles that a tree of so many entries has. */
export function tilesOf(size: number): Tile[] {
  const tiles = widthsOf(size).map((tile) => ({ of: 'entries' as const, ...tile }))
  const levels: Tile[] = []
  for (let of = 0, nodes = size; nodes > 0; of++, nodes = Math.floor(nodes / fullTile))
    levels.push(...widthsOf(nodes).map((tile) => ({ of, ...tile })))
  return [...tiles, ...levels]
}

/** The tiles with fewer hashes that those at the right edge of such a tree, and those before them, have been. */
export function outgrownBy(size: number): Tile[] {
  const edges = tilesOf(size).filter((tile, at, all) => all[at + 2]?.of !== tile.of)
  return edges.flatMap(({ width, ...tile }) =>
    Array.from({ length: width - 1 }, (_, less) => ({ ...tile, width: less + 1 })),
  )
}

function widthsOf(nodes: number): Omit<Tile, 'of'>[] {
  return Array.from({ length: Math.ceil(nodes / fullTile) }, (_, place) => ({
    place,
    width: Math.min(fullTile, nodes - place * fullTile),
  }))
}

/** Entries as a bundle holds them: each behind its length in two bytes, the higher one first. */
export function bundleOf(entries: Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((sum, { length }) => sum + 2 + length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new Error('an entry of the log has at most 65,535 bytes')
    bundle.set([entry.length >> 8, entry.length & 0xff], at)
    bundle.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bundle
}
