import type { Language } from '../../../db/vocabulary'
import type { Mail } from '../../mail/mail'
import type { Refusal } from '../../refusal'
import { words } from '../../words'

/** How long the link in a mail sets a new password, in minutes. */
export const resetMinutes = 60

/** What decides whether a link still sets a new password. */
export type Reset = { usedAt: Date | null; expiresAt: Date }

/** Why a link sets no new password at a moment: it was used, replaced by another way in, or ran out. */
export function whyNotReset({ usedAt, expiresAt }: Reset, now: Date): Refusal | null {
  if (usedAt) return { code: 'reset-used' }
  return expiresAt <= now ? { code: 'reset-expired' } : null
}

type Letter = { name: string; email: string; id: string; language: Language }

/** The mail with the link to a new password. */
export function resetLetter({ name, email, id, language, link }: Letter & { link: string }): Mail {
  const t = words(language)
  return {
    ...{ key: `password reset ${id}`, to: email, html: null },
    subject: t('mail.reset.subject'),
    text: t('mail.reset.text', { name, link, minutes: resetMinutes }),
  }
}

/** The mail that tells somebody that their password was set anew, in case it was not by them. */
export function resetDoneLetter({ name, email, id, language }: Letter): Mail {
  const t = words(language)
  return {
    ...{ key: `password was reset ${id}`, to: email, html: null },
    subject: t('mail.resetDone.subject'),
    text: t('mail.resetDone.text', { name }),
  }
}
