'use client'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { isNewSince } from '@/server/visit/visit'
import { useRoom } from '../_room/use-room'
import { useArticleVisit } from './use-article-visit'
import { type KnownNews, useNews } from './use-news'

type Since = {
  /** When this member looked at the article before this visit; null the first time. */
  before: Date | null
  isOn: boolean
  turn: (isOn: boolean) => void
  /** What others did since; null until it is known. */
  news: KnownNews | null
}

const SinceContext = createContext<Since | null>(null)

const nothing: ReadonlySet<string> = new Set()

/** The claims and threads in which something is new, by id; none while the switch is off, nor on the timeline. */
export const NewThings = createContext(nothing)

/** The one switch for all of the article: what others did since this member last looked is marked where it stands. */
export function SinceProvider({ children }: { children: ReactNode }) {
  const before = useArticleVisit()
  const news = useNews(before)
  const [isOn, turn] = useState(false)
  const since = useMemo(() => ({ before, isOn, turn, news }), [before, isOn, news])
  const marked = useMemo(
    () => (isOn && news ? new Set([...news.claims.keys(), ...news.threads.keys()]) : nothing),
    [isOn, news],
  )
  return (
    <SinceContext value={since}>
      <NewThings value={marked}>{children}</NewThings>
    </SinceContext>
  )
}

export function useSince(): Since {
  const since = use(SinceContext)
  if (!since) throw new Error('a part of the workspace stands outside the switch')
  return since
}

/** Tells whether something is to be marked as new: done by somebody else since this member last looked. */
export function useIsNew(): (at: Date, byId: string) => boolean {
  const { before, isOn } = useSince()
  const { member } = useRoom()
  return (at, byId) => isOn && byId !== member.id && isNewSince(at, before)
}
