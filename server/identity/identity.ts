import { z } from 'zod'
import type { Language } from '../../db/vocabulary'
import { inOneLine, type Mail } from '../mail/mail'
import { emailShape, nameShape } from '../member/member'
import type { Refusal, RefusalCode } from '../refusal'
import { words } from '../words'

/** What an identity provider says of somebody (OpenID Connect Core, 5.1); of an address only that it was verified counts. */
export const claimsShape = z
  .object({
    iss: z.string().min(1),
    sub: z.string().min(1).max(255),
    email: emailShape.nullable().catch(null),
    email_verified: z.literal(true).nullable().catch(null),
    name: nameShape.nullable().catch(null),
  })
  .transform(({ iss, sub, email, email_verified, name }) => ({
    issuer: iss,
    subject: sub,
    email: email_verified ? email : null,
    name: name ?? email ?? sub,
  }))

/** Somebody as a provider vouches for them; `email` is null unless it says that it is theirs. */
export type Vouched = z.infer<typeof claimsShape>

/** Why a provider's word is not taken for an address: it does not say that it has checked whose it is. */
export function whyNotLink({ email }: Vouched): Refusal | null {
  return email === null ? { code: 'provider-email-unverified' } : null
}

/** Why signing in by a provider did not work, as far as a browser is told. */
export const providerRefusals = [
  'provider-email-unverified',
  'provider-person-unknown',
  'provider-unreachable',
  'provider-failed',
  'sign-in-too-often',
] as const satisfies RefusalCode[]

type Letter = { id: string; name: string; email: string; provider: string; language: Language }

/** The mail that tells somebody that they can be signed in by a provider from now on, in case it was not by them. */
export function linkedLetter({ id, name, email, provider, language }: Letter): Mail {
  const t = words(language)
  return {
    ...{ key: `identity linked ${id}`, to: email, html: null },
    subject: inOneLine(t('mail.identityLinked.subject', { provider })),
    text: t('mail.identityLinked.text', { name, provider }),
  }
}
