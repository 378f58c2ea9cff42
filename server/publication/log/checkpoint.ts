import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** How the log is called in its checkpoints: its address without https://. */
export const originOf = (publicOrigin: string) => `${publicOrigin.replace(/^https?:\/\//, '')}/log`

/** What a checkpoint says and what is signed of it (C2SP tlog-checkpoint): the log, its size, its tree's root. */
export function checkpointText(origin: string, { size, root }: { size: number; root: Uint8Array }): string {
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** A text with its signature below it, as C2SP signed-note writes it. */
export function signedNote(
  text: string,
  signer: { name: string; publicKey: Uint8Array; sign: (text: Uint8Array) => Uint8Array },
): string {
  const signature = concatBytes(keyIdOf(signer), signer.sign(utf8ToBytes(text)))
  return `${text}\n— ${signer.name} ${base64(signature)}\n`
}

/** The public half of a key as others write it down to check the log's checkpoints. */
export function verifierKey(key: { name: string; publicKey: Uint8Array }): string {
  const id = Array.from(keyIdOf(key), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${key.name}+${id}+${base64(concatBytes(ed25519, key.publicKey))}`
}

/** The four bytes that tell which key has signed. */
function keyIdOf({ name, publicKey }: { name: string; publicKey: Uint8Array }): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), ed25519, publicKey)).subarray(0, 4)
}

/** The number of the signature's algorithm in signed notes. */
const ed25519 = Uint8Array.of(1)

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
