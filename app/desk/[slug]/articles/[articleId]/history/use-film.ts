'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTRPCClient } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import type { ReplayPage } from '@/server/room/history/read-replay'
import { collectFilm, type Film } from './film'

/** How far the room's life has been read. */
export type Reading =
  | { state: 'reading'; read: number; all: number | null }
  | { state: 'stopped'; reason: string }
  | { state: 'read'; film: Film }

/** A page in parts, each so short that the screen goes on answering while it is taken. */
function partsOf(page: ReplayPage): ReplayPage[] {
  const starts = Array.from({ length: Math.ceil(page.updates.length / inPart) }, (_, index) => index * inPart)
  return starts.map((start) => ({ ...page, updates: page.updates.slice(start, start + inPart) }))
}
const inPart = 100

const untilDrawn = () => new Promise((resolve) => setTimeout(resolve))

/** Reads the whole life of a room, page by page; what was read stays when the line breaks, and `goOn` reads the rest. */
export function useFilm(desk: string, articleId: string): { reading: Reading; goOn: () => void } {
  const client = useTRPCClient()
  const collected = useRef<ReturnType<typeof collectFilm> | null>(null)
  const [reading, setReading] = useState<Reading>({ state: 'reading', read: 0, all: null })
  const [attempt, setAttempt] = useState(0)
  const first = useRef(Number(useSearchParams().get('at') ?? Number.NaN))
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt reads on from where the one before stopped
  useEffect(() => {
    const giveUp = new AbortController()
    collected.current ??= collectFilm()
    const film = collected.current
    const readAll = async () => {
      for (let all = Number.POSITIVE_INFINITY; film.last() < all; ) {
        const asked = { desk, articleId, after: film.last() }
        const page = await client.room.replay.query(asked, { signal: giveUp.signal })
        all = page.updates.length ? page.last : film.last()
        for (const part of partsOf(page)) {
          if (giveUp.signal.aborted) return
          film.take(part)
          setReading({ state: 'reading', read: film.last(), all })
          await untilDrawn()
        }
      }
      const developed = film.develop()
      developed.show(
        Number.isNaN(first.current) ? developed.moments.length : developed.indexOf(first.current),
      )
      setReading({ state: 'read', film: developed })
    }
    readAll().catch((error: unknown) => {
      if (!giveUp.signal.aborted) setReading({ state: 'stopped', reason: sentenceOf(error) })
    })
    return () => giveUp.abort()
  }, [client, desk, articleId, attempt])
  const goOn = useCallback(() => {
    setReading({ state: 'reading', read: collected.current?.last() ?? 0, all: null })
    setAttempt((before) => before + 1)
  }, [])
  return { reading, goOn }
}
