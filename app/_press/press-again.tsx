'use client'
import { useEarlyPress } from './use-early-press'

/** Last in a page's frame: what was pressed too early is answered once all before it can be. */
export function PressAgain() {
  useEarlyPress()
  return null
}
