// A log as a stranger reads it whole: every entry, and whether they are the log that is signed.
import { readCheckpoint } from './note.mjs'
import { tilePath } from './read-leaves.mjs'
import { hex, leafOf, rootOfLeaves } from './tree.mjs'

const tileWidth = 256

/**
 * Reads checkpoint and entries. Answers `{ checkpoint, size, root, entries, leaves }`, the entries as their bytes, with an
 * empty log where the checkpoint does not hold; what does not is told to `fault(what, where, why)`.
 */
export async function readLog(read, verifier, fault) {
  const checkpoint = await readText(read, '/log/checkpoint')
  const note = readCheckpoint(checkpoint, verifier)
  if (note.fault) {
    fault('checkpoint', '/log/checkpoint', note.fault)
    return { checkpoint, size: 0, root: null, entries: [], leaves: [] }
  }
  const { size, root } = note
  const entries = await readEntries(read, size, fault)
  const leaves = entries.map(leafOf)
  if (entries.length === size && rootOfLeaves(leaves) !== root)
    fault('root', '/log/checkpoint', 'the entries do not add up to the root that is signed')
  return { checkpoint, size, root, entries, leaves }
}

export async function readText(read, path) {
  const bytes = await read(path)
  if (!bytes) throw new Error(`${path} could not be read: is this the address of a Proofroom?`)
  return bytes.toString('utf8')
}

async function readEntries(read, size, fault) {
  const entries = []
  for (let from = 0; from < size; from += tileWidth) {
    const width = Math.min(tileWidth, size - from)
    const path = tilePath('entries', from / tileWidth, width)
    const bundle = await read(path)
    if (!bundle) {
      fault('entries', path, 'cannot be read')
      return entries
    }
    const before = entries.length
    for (let at = 0; at + 2 <= bundle.length; ) {
      const length = bundle.readUInt16BE(at)
      entries.push(bundle.subarray(at + 2, at + 2 + length))
      at += 2 + length
    }
    if (entries.length - before !== width)
      fault('entries', path, `holds ${entries.length - before} entries instead of ${width}`)
  }
  return entries
}

/** The hashes that are handed out must be those of the entries that are handed out. */
export async function checkTiles(read, leaves, fault) {
  let nodes = leaves
  for (let level = 0; nodes.length > 0; level++) {
    for (let place = 0; place * tileWidth < nodes.length; place++) {
      const own = nodes.slice(place * tileWidth, (place + 1) * tileWidth)
      const path = tilePath(level, place, own.length)
      const tile = await read(path)
      if (!tile?.equals(Buffer.concat(own))) fault('tile', path, 'is not made of the entries')
    }
    const full = Math.floor(nodes.length / tileWidth)
    nodes = Array.from({ length: full }, (_, place) =>
      Buffer.from(rootOfLeaves(nodes.slice(place * tileWidth, (place + 1) * tileWidth)), 'base64'),
    )
  }
}

/** What was signed once must be the beginning of what is signed now. */
export function checkEarlier(checkpoint, { size, root, leaves }, key, fault) {
  const earlier = readCheckpoint(checkpoint, key)
  if (earlier.fault) return fault('earlier', 'checkpoint', `one that was kept is none: ${earlier.fault}`)
  const where = `size ${earlier.size}`
  if (earlier.size === size && earlier.root !== root)
    return fault('forked', where, 'two checkpoints of one size have different roots')
  if (earlier.size > size) return fault('removed', where, `the log has only ${size} entries now`)
  if (rootOfLeaves(leaves.slice(0, earlier.size)) !== earlier.root)
    fault('rewritten', where, 'what was signed then is not the beginning of the log any more')
}

/** Each entry says where it stands and what the hash of the one before it is. */
export function checkChain(entries, fault) {
  let before = '0'.repeat(64)
  for (const [index, bytes] of entries.entries()) {
    const entry = parsed(bytes)
    if (entry?.index !== index) fault('order', `entry ${index}`, `says that it is entry ${entry?.index}`)
    if (entry?.previousHash !== before)
      fault('order', `entry ${index}`, 'does not follow from the one before it')
    before = hex(bytes)
  }
}

/** What bytes say as JSON; null where that is nothing with names and values. */
export function parsed(bytes) {
  try {
    const value = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
