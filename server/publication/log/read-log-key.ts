import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { settings } from '../../env'
import { readKey } from '../../read-key'

/** The Ed25519 key that signs the public log; `id` is what pages print: the first 16 hex digits of the public key's SHA-256. */
type LogKey = {
  id: string
  publicKey: KeyObject
  sign: (hash: string) => string
  /** Signs a text for those who check the log from outside; the key's 32 public bytes beside it. */
  signText: (text: Uint8Array) => Uint8Array
  raw: Uint8Array
}

/** The key from LOG_KEY, else the one this installation made for itself at its first use. */
export async function readLogKey(): Promise<LogKey> {
  const seed = settings().logKey ?? (await readKey('log', () => randomBytes(32).toString('hex')))
  return logKeyOf(seed)
}

/** The signing key that 32 secret bytes, in hex, stand for (RFC 8032). */
export function logKeyOf(seed: string): LogKey {
  const der = Buffer.concat([pkcs8Head, Buffer.from(seed, 'hex')])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  return {
    id: idOf(publicKey),
    publicKey,
    sign: (hash) => sign(null, Buffer.from(hash, 'hex'), privateKey).toString('hex'),
    signText: (text) => sign(null, text, privateKey),
    raw: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
  }
}

function idOf(publicKey: KeyObject): string {
  const der = publicKey.export({ format: 'der', type: 'spki' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}

// What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410).
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
