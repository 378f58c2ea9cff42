import type { CheckCopy } from '../../copy/check-copy'

/** Checks on their way to a PDF: all of it values, as they go to another thread. */
export type Paper = {
  title: string
  desk: string
  language: string
  isRtl: boolean
  /** Where it is read, and printed on every page. */
  address: string
  /** ISO 8601. */
  madeAt: string
  copies: CheckCopy[]
  words: { page: string }
}
