import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyFor, type SealedFor } from './keep-sealed'

const nonceLength = 12
const tagLength = 16

/** Bytes as they are kept, encrypted (AES-256-GCM) for one row: nonce, ciphertext and tag. */
export function sealBytes(content: Buffer, { use, ownerId }: SealedFor): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(use), nonce).setAAD(Buffer.from(ownerId))
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** The bytes again; null for what was sealed under another SECRET_KEY, or for another row. */
export function openBytes(sealed: Buffer, { use, ownerId }: SealedFor): Buffer | null {
  const key = keyFor(use)
  try {
    const nonce = sealed.subarray(0, nonceLength)
    const tag = sealed.subarray(sealed.length - tagLength)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(ownerId)).setAuthTag(tag)
    const content = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength))
    return Buffer.concat([content, decipher.final()])
  } catch {
    // Damaged, or from before the installation was given another SECRET_KEY: only that one opens it.
    return null
  }
}
