import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { networkOf } from '../address/came-from'
import { readKey } from '../read-key'

/** A form that we handed out: what marks it, and when that was. */
export type Form = { mark: string; handedOut: Date }

/** What a form carries along, so that only forms of ours are taken, each once, for the page they were made for. */
export async function signForm(path: string, now: Date): Promise<string> {
  const said = `${randomBytes(16).toString('base64url')}.${now.getTime()}`
  return `${said}.${await seal('report forms', `${path} ${said}`)}`
}

/** The form that was handed out with it on this page; null where none was. */
export async function openForm(path: string, token: string): Promise<Form | null> {
  const [, mark, time, signature] = /^([\w-]{22})\.(\d{13})\.([\w-]{43})$/.exec(token) ?? []
  if (!mark || !time || !signature) return null
  const expected = await seal('report forms', `${path} ${mark}.${time}`)
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) return null
  return { mark, handedOut: new Date(Number(time)) }
}

/** The secret of the tracking address that a form leads to: sent twice, it leads to the same. */
export function secretOf({ mark }: Form): Promise<string> {
  return seal('report addresses', mark)
}

/** What a mail to a follower leads to, so that only who got it leaves: the same in every mail. */
export function leavingSecretOf(followerId: string): Promise<string> {
  return seal('follow leaving', followerId)
}

/** What is kept of a network: enough to know it again, and without the key not to be found by trying all there are. */
export function senderHash(address: string): Promise<string> {
  return seal('report senders', networkOf(address))
}

/** What is kept of a mark or a secret; both are random, and nobody guesses them back from a plain hash. */
export const keptHash = (secret: string) => createHash('sha256').update(secret).digest('hex')

async function seal(key: string, words: string): Promise<string> {
  return createHmac('sha256', await readKey(key))
    .update(words)
    .digest('base64url')
}
