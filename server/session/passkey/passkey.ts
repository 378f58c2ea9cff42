import { z } from 'zod'
import type { Language } from '../../../db/vocabulary'
import type { Mail } from '../../mail/mail'
import type { Refusal } from '../../refusal'
import { words } from '../../words'

/** How long a device has to answer, in minutes. */
export const challengeMinutes = 5

/** How many passkeys one person may have. */
export const mostPasskeys = 10

/** Whom a passkey is for: the host of our address, which no other site can ask for. */
export function rpIdOf(publicOrigin: string): string {
  return new URL(publicOrigin).hostname
}

/** The origin at which passkeys work: our address, if it is a name reached over https, or `localhost`; else null. */
export function passkeysAt(publicOrigin: string): string | null {
  const { protocol, hostname } = new URL(publicOrigin)
  if (hostname === 'localhost') return publicOrigin
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
  return protocol === 'https:' && !isNumber ? publicOrigin : null
}

/** Why somebody may not add another passkey. */
export function whyNotAddPasskey(count: number): Refusal | null {
  return count < mostPasskeys ? null : { code: 'passkeys-too-many', values: { most: mostPasskeys } }
}

export const passkeyNameShape = z.string().trim().min(1).max(60)

const encoded = z.string().max(6000)
const credential = { id: encoded, rawId: encoded, type: z.literal('public-key') }

/** What a device answers that made a passkey (WebAuthn's RegistrationResponseJSON), as far as it is read. */
export const madeShape = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
})
export type Made = z.infer<typeof madeShape>

/** What a device answers that used one (AuthenticationResponseJSON), as far as it is read. */
export const answerShape = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.nullish().transform((handle) => handle ?? undefined),
  }),
})
export type Answer = z.infer<typeof answerShape>

/** A passkey as its owner sees it. */
export type Passkey = { id: string; name: string; isBackedUp: boolean; addedAt: Date; usedAt: Date | null }

type Letter = { id: string; name: string; email: string; passkey: string; language: Language }

/** The mail that tells somebody that a passkey opens their account from now on, or no more. */
export function passkeyLetter(what: 'added' | 'removed', { id, email, language, ...said }: Letter): Mail {
  const t = words(language)
  return {
    ...{ key: `passkey ${what} ${id}`, to: email, html: null },
    subject: t(`mail.passkey.${what}Subject`),
    text: t(`mail.passkey.${what}`, said),
  }
}
