// The tiles of a log as C2SP tlog-tiles names them.

const tileWidth = 256
const hashLength = 32

/** Where a tile stands: `of` is its level, or 'entries'. */
export function tilePath(of, place, width) {
  const digits = String(place).padStart(Math.ceil(String(place).length / 3) * 3, '0')
  const groups = digits.match(/.{3}/g)
  const name = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/')
  return `/log/tile/${of}/${name}${width < tileWidth ? `.p/${width}` : ''}`
}

/** The hashes of the first entries of a log, in order, as its lowest tiles have them. */
export async function readLeaves(read, size) {
  const leaves = []
  for (let from = 0; from < size; from += tileWidth) {
    const width = Math.min(tileWidth, size - from)
    const tile = await read(tilePath(0, from / tileWidth, width))
    for (let at = 0; at < width; at++) leaves.push(tile.subarray(at * hashLength, (at + 1) * hashLength))
  }
  return leaves
}
