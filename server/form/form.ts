import type { Refusal } from '../refusal'

/** Words as they are kept: without what only machines read, or what turns the words around it. */
export function cleaned(words: string): string {
  return words
    .replaceAll('\r\n', '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      /[\n\t]/.test(character) ? character : '',
    )
    .toWellFormed()
}

/** How soon after it was handed out, at the earliest and at the latest, a form is taken, in ms. */
const formTimes = { least: 3_000, most: 24 * 60 * 60_000 }

/** Why a form is not taken now, by when it was handed out: nobody fills it in at once, and none is good for ever. */
export function whyNotForm(handedOut: Date, now: Date): Refusal | null {
  const age = now.getTime() - handedOut.getTime()
  if (age < formTimes.least) return { code: 'report-too-fast' }
  return age > formTimes.most ? { code: 'report-form-old' } : null
}
