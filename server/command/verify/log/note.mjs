// Signed notes and checkpoints as C2SP describes them.
import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * Reads a checkpoint and checks its signature. Answers `{ origin, size, root }` with the root in base64, or `{ fault }`.
 * `verifier` is a key as it is written down: NAME+ID+KEY.
 */
export function readCheckpoint(note, verifier) {
  const key = keyOf(verifier)
  if (!key) return { fault: 'the verifier key is none' }
  const end = note.indexOf('\n\n')
  if (end < 0) return { fault: 'it is no signed note' }
  const text = note.slice(0, end + 1)
  if (!isSigned(text, note.slice(end + 2), key)) return { fault: `${key.name} has not signed it` }
  const [origin, size, root] = text.split('\n')
  if (origin !== key.name) return { fault: `it is of ${origin}, not of ${key.name}` }
  if (!/^(0|[1-9]\d*)$/.test(size) || Buffer.from(root, 'base64').length !== 32)
    return { fault: 'it names no size and root' }
  return { origin, size: Number(size), root }
}

function keyOf(verifier) {
  const [name, id, ...rest] = verifier.split('+')
  const bytes = Buffer.from(rest.join('+'), 'base64')
  // One byte says that it is an Ed25519 key.
  if (!name || bytes.length !== 33 || bytes[0] !== 1) return null
  const own = createHash('sha256').update(`${name}\n`).update(bytes).digest().subarray(0, 4)
  if (own.toString('hex') !== id) return null
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id: own, publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }) }
}

function isSigned(text, signatures, { name, id, publicKey }) {
  return signatures.split('\n').some((line) => {
    const [dash, signer, encoded] = line.split(' ')
    if (dash !== '—' || signer !== name || !encoded) return false
    const bytes = Buffer.from(encoded, 'base64')
    return bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(text), publicKey, bytes.subarray(4))
  })
}
