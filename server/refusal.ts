import type en from '../messages/en.json'
import { type Locale, words } from './words'

export type RefusalCode = keyof (typeof en)['refusal']

/** Why something may not be done, in a form that can be said in any language. */
export type Refusal = { code: RefusalCode; values?: Record<string, string | number> }

/** Thrown by acts when a rule says no; the caller shows its sentence, it is never a fault. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(say(refusal))
    this.name = 'Refused'
  }
}

/** The sentence a person reads, saying what they can do next. */
export function say(refusal: Refusal, locale?: Locale): string {
  return words(locale)(`refusal.${refusal.code}`, refusal.values)
}

/** Lets a rule's answer stop an act: throws when there is a reason, passes when there is none. */
export function refuseIf(reason: Refusal | null): void {
  if (reason) throw new Refused(reason)
}
