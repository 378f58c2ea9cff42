// Checks a newsroom's public log from outside, with Node alone: none of this is shared with what writes the log.
import { readCheckpoint } from './note.mjs'
import { tilePath } from './read-leaves.mjs'
import { faultsOfPage } from './record.mjs'
import { faultOfRedaction, groundOf, sealing, standingOf } from './redaction.mjs'
import { hex, leafOf, rootOfLeaves } from './tree.mjs'

const tileWidth = 256

/**
 * Reads a whole log and all it seals. Answers `{ size, root, key, checkpoint, faults, redacted }`: each fault is
 * `{ what, where, why }`, none when everything holds; `redacted` are the versions from which words were removed under law,
 * as `{ where, entry, by, ground }`, of which the log seals what is left.
 *
 * `address` is the newsroom's; `key` the verifier key that was noted earlier, null to take the one that is handed out;
 * `seen` the checkpoints of earlier visits, which the log must go on from.
 */
export async function verifyLog(address, { key = null, seen = [], fetchFrom = fetch } = {}) {
  const faults = []
  const fault = (what, where, why) => faults.push({ what, where, why })
  const read = reader(address, fetchFrom)
  const checkpoint = await readText(read, '/log/checkpoint')
  const verifier = key ?? (await readText(read, '/log/key')).trim()
  const note = readCheckpoint(checkpoint, verifier)
  if (note.fault) {
    fault('checkpoint', '/log/checkpoint', note.fault)
    return { size: 0, root: null, key: verifier, checkpoint, faults, redacted: [] }
  }
  const { size, root } = note
  const entries = await readEntries(read, size, fault)
  const leaves = entries.map(leafOf)
  const own = rootOfLeaves(leaves)
  if (entries.length === size && own !== root)
    fault('root', '/log/checkpoint', 'the entries do not add up to the root that is signed')
  await checkTiles(read, leaves, fault)
  for (const earlier of seen) checkEarlier(earlier, { size, root, leaves, key: verifier }, fault)
  checkChain(entries, fault)
  const redacted = []
  const removals = readRemovals(entries, fault)
  for (const [index, bytes] of entries.entries()) {
    const entry = parsed(bytes)
    const by = await checkSealed(read, { index, entry, removals: removals.get(index) ?? [] }, fault)
    if (by)
      redacted.push({ where: pathOf(entry.body), entry: index, by: by.index, ground: groundOf(by.body) })
  }
  return { size, root, key: verifier, checkpoint, faults, redacted }
}

function reader(address, fetchFrom) {
  return async (path) => {
    const response = await fetchFrom(new URL(path, address))
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null
  }
}

async function readText(read, path) {
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
async function checkTiles(read, leaves, fault) {
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
function checkEarlier(checkpoint, { size, root, leaves, key }, fault) {
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
function checkChain(entries, fault) {
  let before = '0'.repeat(64)
  for (const [index, bytes] of entries.entries()) {
    const entry = parsed(bytes)
    if (entry?.index !== index) fault('order', `entry ${index}`, `says that it is entry ${entry?.index}`)
    if (entry?.previousHash !== before)
      fault('order', `entry ${index}`, 'does not follow from the one before it')
    before = hex(bytes)
  }
}

/** The entries that say words were removed from a version, by the entry that sealed it, oldest first. */
function readRemovals(entries, fault) {
  const removals = new Map()
  for (const [index, bytes] of entries.entries()) {
    const entry = parsed(bytes)
    if (entry?.kind !== 'redaction') continue
    const { redacts } = entry.body
    const why = faultOfRedaction({ index, body: entry.body }, parsed(entries[redacts] ?? Buffer.from('')))
    if (why) fault('redaction', `entry ${index}`, why)
    else removals.set(redacts, [...(removals.get(redacts) ?? []), { index, body: entry.body }])
  }
  return removals
}

const pathOf = ({ claim, dossier, version }) =>
  dossier === undefined ? `/c/${claim}/v/${version}` : `/d/${dossier}/v/${version}`

/** Checks what an entry seals; answers the entry that removed words from it, where one did. */
async function checkSealed(read, { index, entry, removals }, fault) {
  if (!entry || !sealing.includes(entry.kind)) return null
  const path = pathOf(entry.body)
  const [record, page] = [await read(`${path}/record.json`), await read(path)]
  // The demo can be removed whole; its entries stay.
  if (!record && !page && entry.body.isDemo) return null
  if (!record || !page) {
    fault('page', path, `of entry ${index} cannot be read`)
    return null
  }
  const { faults, by } = standingOf(entry, removals, record)
  for (const why of faults) fault('record', path, why)
  for (const why of faultsOfPage(record, page)) fault('page', path, why)
  return by
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
