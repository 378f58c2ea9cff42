'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { ClaimNews, ThreadNews } from '@/server/visit/news'
import { useClaims, useRoom } from '../_room/use-room'

/** What others did since a moment, by the claims and threads that are there. */
export type KnownNews = { claims: ReadonlyMap<string, ClaimNews>; threads: ReadonlyMap<string, ThreadNews> }

/** How long (ms) changes in the room are gathered before the server is asked again. */
const gathering = 3_000

/** What others did in the article since a moment, as the server last told; null until it has. */
export function useNews(since: Date | null): KnownNews | null {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const claims = useClaims()
  const asked = { desk: desk.slug, articleId: article.id, since: since ?? new Date(0) }
  const { data, refetch } = useQuery(trpc.visit.news.queryOptions(asked, { enabled: since !== null }))
  useWhenChanged(since === null ? null : claims, refetch)
  // Typing changes claims all the time, and seldom which of them are there.
  const here = claims.map(({ id }) => id).join()
  return useMemo(() => {
    if (!data) return null
    const isHere = new Set(here.split(','))
    const known = data.claims.filter(({ claimId }) => isHere.has(claimId))
    const talk = data.threads.filter(({ claimId }) => claimId === null || isHere.has(claimId))
    return {
      claims: new Map(known.map((one) => [one.claimId, one])),
      threads: new Map(talk.map((one) => [one.threadId, one])),
    }
  }, [data, here])
}

/** Does something a while after what is watched has changed, and once for all changes of that while. */
function useWhenChanged(watched: unknown, act: () => unknown) {
  const seen = useRef(watched)
  const current = useRef(act)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    current.current = act
    if (watched === null || watched === seen.current) return
    seen.current = watched
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined
      current.current()
    }, gathering)
  })
  useEffect(() => {
    const last = waiting
    return () => clearTimeout(last.current)
  }, [])
}
