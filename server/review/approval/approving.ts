import type { Refusal } from '../../refusal'

/** How many submissions can be approved at once: each is shown as readers get it, and wants to be looked at. */
export const mostAtOnce = 20

/** Why no more can be selected to be approved at once; null while there is room for another. */
export function whyNotSelectMore(selected: number): Refusal | null {
  return selected < mostAtOnce ? null : { code: 'selection-full', values: { most: mostAtOnce } }
}

/** Why a submission cannot be approved among several; null when this editor has opened it. */
export function whyNotUnopened(isOpened: boolean): Refusal | null {
  return isOpened ? null : { code: 'submission-not-opened' }
}
