import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { settings } from '../env'
import { Refused } from '../refusal'

/** One key for each use of SECRET_KEY (RFC 5869); refuses where the installation was given none. */
export function keyFor(use: string): Buffer {
  const { secretKey } = settings()
  if (!secretKey) throw new Refused({ code: 'secret-key-missing' })
  return Buffer.from(hkdfSync('sha256', secretKey, '', use, 32))
}

/** What a secret is for, and the row that it belongs to: sealed for one, it opens for no other. */
export type SealedFor = { use: string; ownerId: string }

/** A secret as it is kept, encrypted under a key that is not in the database (AES-256-GCM). */
export function sealSecret(secret: string, { use, ownerId }: SealedFor): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(use), iv).setAAD(Buffer.from(ownerId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.')
}

/** The secret again; null for what was sealed under another SECRET_KEY, or for another owner. */
export function openSecret(sealed: string, { use, ownerId }: SealedFor): string | null {
  const [iv, content, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  const key = keyFor(use)
  try {
    if (!iv || !content || !tag) throw new Error('what is sealed has three parts')
    const cipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(ownerId)).setAuthTag(tag)
    return cipher.update(content, undefined, 'utf8') + cipher.final('utf8')
  } catch {
    // Damaged, or from before the installation was given another SECRET_KEY: either way it is lost.
    return null
  }
}
