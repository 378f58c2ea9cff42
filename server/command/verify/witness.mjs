// A witness of another newsroom's log: signs that what it signed before is the beginning of what is signed now.
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { readCheckpoint } from './log/note.mjs'
import { readLeaves } from './log/read-leaves.mjs'
import { rootOfLeaves } from './log/tree.mjs'

/**
 * Looks at a log once. `kept` is what the last look left, `{ name, seed, key, checkpoint }`, with a null checkpoint at
 * first. Answers `{ fault }`, a sentence, or `{ kept, cosigned, verifier }`: what to keep for the next look, the checkpoint
 * with this witness's line below it (C2SP tlog-cosignature, cosignature/v1), and the key that others check that line with.
 */
export async function witnessLog(address, kept, { fetchFrom = fetch, now = Date.now() } = {}) {
  const read = async (path) => {
    const response = await fetchFrom(new URL(path, address))
    if (!response.ok) throw new Error(`${path} could not be read: is this the address of a Proofroom?`)
    return Buffer.from(await response.arrayBuffer())
  }
  const checkpoint = (await read('/log/checkpoint')).toString('utf8')
  const key = kept.key ?? (await read('/log/key')).toString('utf8').trim()
  const note = readCheckpoint(checkpoint, key)
  if (note.fault) return { fault: `the checkpoint does not hold: ${note.fault}` }
  const fault = await whyNotGrown(note, kept.checkpoint && readCheckpoint(kept.checkpoint, key), read)
  if (fault) return { fault }
  const witness = { name: kept.name, ...keysOf(kept.seed) }
  const cosigned = `${checkpoint}${cosignature(checkpoint, witness, Math.floor(now / 1000))}\n`
  return { kept: { ...kept, key, checkpoint }, cosigned, verifier: verifierOf(witness) }
}

/** The secret half of a new witness's key, in hex. */
export const newSeed = () => randomBytes(32).toString('hex')

/** Why a log is not the one of the last look grown on; null when it is. */
async function whyNotGrown({ size, root }, earlier, read) {
  if (earlier?.fault) return `what was kept of the last look is no checkpoint of this log: ${earlier.fault}`
  if (earlier && earlier.size > size)
    return `the log was cut: it had ${earlier.size} entries and has ${size} now`
  if (earlier && earlier.size === size)
    return earlier.root === root
      ? null
      : `the log is forked: two checkpoints of size ${size} have different roots`
  const leaves = await readLeaves(read, size)
  if (rootOfLeaves(leaves) !== root) return 'the tiles do not add up to the root that is signed'
  if (earlier && rootOfLeaves(leaves.slice(0, earlier.size)) !== earlier.root)
    return `the log was rewritten: its first ${earlier.size} entries are not those that were signed before`
  return null
}

function cosignature(checkpoint, { name, privateKey, id }, seconds) {
  const text = checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signed = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), privateKey)
  return `— ${name} ${Buffer.concat([id(name), time, signed]).toString('base64')}`
}

function keysOf(seed) {
  // What stands before the seed of an Ed25519 key in PKCS #8, and before its public half in SPKI (RFC 8410).
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(seed, 'hex'),
  ])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  // The number of this kind of signature in signed notes.
  const publicKey = Buffer.concat([Buffer.of(4), raw])
  const id = (name) => createHash('sha256').update(`${name}\n`).update(publicKey).digest().subarray(0, 4)
  return { privateKey, publicKey, id }
}

const verifierOf = ({ name, publicKey, id }) =>
  `${name}+${id(name).toString('hex')}+${publicKey.toString('base64')}`
