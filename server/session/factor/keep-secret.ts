import { createHmac } from 'node:crypto'
import { Refused } from '../../refusal'
import { keyFor, openSecret, sealSecret } from '../../sealed/keep-sealed'

const use = 'second factors'

/** A person's secret as it is kept, bound to that person. */
export function seal(secret: string, personId: string): string {
  return sealSecret(secret, { use, ownerId: personId })
}

/** The secret again; refuses what was sealed under another key, or for another person. */
export function unseal(sealed: string, personId: string): string {
  const secret = openSecret(sealed, { use, ownerId: personId })
  if (secret === null) throw new Refused({ code: 'factor-unreadable' })
  return secret
}

/** What is kept of a recovery code: worthless to whoever has the database and not the key. */
export function hashCode(code: string, personId: string): string {
  return createHmac('sha256', keyFor('recovery codes')).update(`${personId} ${code}`).digest('hex')
}
