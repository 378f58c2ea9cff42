import type { Refusal } from '../../refusal'

/** How many submissions can be approved at once. */
export const mostAtOnce = 50

/** Why a submission cannot be approved among several; null when this editor has opened it. */
export function whyNotUnopened(isOpened: boolean): Refusal | null {
  return isOpened ? null : { code: 'submission-not-opened' }
}
