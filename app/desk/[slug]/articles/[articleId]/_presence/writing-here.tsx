'use client'
import { words } from '@/server/words'
import type { Writes } from '../_room/people-store'
import { useWritersOf } from './use-who'

/** Who else writes in a field at this moment; it lies beside the field's name and moves nothing. */
export function WritingHere({ claimId, field }: Writes) {
  const writers = useWritersOf(claimId, field)
  if (!writers.length) return null
  const names = writers.map(({ name }) => name.split(' ')[0] ?? name)
  return (
    <span className={`writing-here who-${writers[0]?.colour ?? 0}`}>
      {words()('people.writing', { names: names.join(', '), count: names.length })}
    </span>
  )
}
