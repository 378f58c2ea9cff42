import { z } from 'zod'
import { emailShape } from '../member/member'
import type { Refusal } from '../refusal'

/** One message to one address. Whatever is kept twice under the same key is sent once. */
export type Mail = {
  /** What this mail is about, in words and ids, as in `reset 0190…`; never a secret, it stays. */
  key: string
  to: string
  subject: string
  text: string
  html: string | null
  /** Where its reader leaves with one press, and nothing comes any more (RFC 8058); left out where nothing would come. */
  leaveAt?: string | null
}

/** Whom mail comes from. */
export type Sender = { name: string; address: string }

const senderWrong =
  'MAIL_FROM must be an e-mail address, or a name and one, as in Checks <checks@example.org>.'

/** A sender as settings write it: an address, or a name and an address in angle brackets. */
export const senderShape = z
  .string()
  .refine(isOneLine, { error: senderWrong, abort: true })
  .transform((text): Sender => {
    const [, name = '', address = ''] = /^(?:(.*?)\s*<([^<>]*)>)$/.exec(text.trim()) ?? []
    return address ? { name: name.replace(/^"(.*)"$/, '$1'), address } : { name: '', address: text.trim() }
  })
  .refine(({ address }) => z.email().safeParse(address).success, { error: senderWrong })

/** Why a mail may not be kept: its address is not one address, or its head would not stay in one line (RFC 5322). */
export function whyNotMail({ to, subject, text }: Mail): Refusal | null {
  if (!isOneLine(to) || !emailShape.safeParse(to).success) return { code: 'mail-address-wrong' }
  if (!isOneLine(subject) || subject.trim() === '') return { code: 'mail-subject-wrong' }
  return text.trim() === '' ? { code: 'mail-empty' } : null
}

// Whoever gets a line break into a head writes heads of their own.
function isOneLine(text: string): boolean {
  return !/[\r\n\0\u0085\u2028\u2029]/.test(text)
}

/** Text that goes into a mail's head, such as a desk's name: every line break in it becomes a space. */
export function inOneLine(text: string): string {
  return text.replace(/[\r\n\0\u0085\u2028\u2029\s]+/g, ' ').trim()
}

/** Minutes until a mail that was not taken is sent again, by the number of tries; after the last it is given up. */
const pauses = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60]

/** When a mail is sent again after so many tries; null when it is given up, at once where a server says never. */
export function whenAgain(tries: number, { isFinal, now }: { isFinal: boolean; now: Date }): Date | null {
  const pause = isFinal ? undefined : pauses[tries - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000)
}
