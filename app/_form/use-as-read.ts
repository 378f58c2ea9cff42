'use client'
import { useState } from 'react'

/**
 * What a form is filled from: as it was when the form was opened, or as it was saved from here since, whatever the
 * page says by now. What somebody else saved meanwhile is told apart by its JSON; once it is shown beside the form,
 * saving again means it.
 */
export function useAsRead<Kept>(kept: Kept) {
  const [read, setRead] = useState(kept)
  // The page may say for a moment longer what held before it was saved from here.
  const [past, setPast] = useState<string[]>([])
  const [isOvertaken, setOvertaken] = useState(false)
  const [times, setTimes] = useState(0)
  const isNewer = isNewerThan(kept, { read, past: isOvertaken ? [] : past })
  return {
    read,
    isNewer,
    /** What whoever saves now has read. */
    was: isNewer ? kept : read,
    /** Changes when the form is to be filled anew. */
    times,
    saved(now: Kept) {
      setPast([JSON.stringify(read), JSON.stringify(kept)])
      setRead(now)
      setOvertaken(false)
    },
    overtaken: () => setOvertaken(true),
    take() {
      setPast([])
      setRead(kept)
      setOvertaken(false)
      setTimes(times + 1)
    },
  }
}

function isNewerThan<Kept>(kept: Kept, { read, past }: { read: Kept; past: string[] }): boolean {
  const said = JSON.stringify(kept)
  return said !== JSON.stringify(read) && !past.includes(said)
}
