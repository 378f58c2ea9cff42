'use client'
import { use } from 'react'
import { preload } from 'react-dom'
import type { Part } from '@/server/language/parts/part'
import { areWordsThere } from '@/server/words'
import { wordsArriving } from './words-arriving'

type Props = { part: Part; script: string; nonce: string | undefined; children: React.ReactNode }

/** Shows what says words that not every page has once they are there; until then what is on the screen stays. */
export function Speaking({ part, script, nonce, children }: Props) {
  // A page that is asked for by a link has its policy already, and another nonce.
  if (typeof window === 'undefined') preload(script, { as: 'script', nonce })
  if (!areWordsThere(part)) use(wordsArriving(script))
  return children
}
