'use client'
import { useEffect, useRef } from 'react'

/** Reads again when the server tells of something newer than it told before. */
export function useReadNewer(at: Date | null, readAgain: () => void) {
  const time = at?.getTime() ?? 0
  const [told, read] = [useRef(time), useRef(readAgain)]
  useEffect(() => {
    read.current = readAgain
    if (time === told.current) return
    told.current = time
    read.current()
  })
}
