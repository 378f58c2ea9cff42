import { createElement, Fragment } from 'react'
import type { Piece } from '@/server/search/search'

/** A text with what was found in it marked. */
export function Pieces({ of }: { of: Piece[] }) {
  // As children, not as a list: pieces have nothing to be told apart by, and never change places.
  return createElement(
    Fragment,
    null,
    ...of.map(({ text, isHit }) => (isHit ? createElement('mark', null, text) : text)),
  )
}
