'use client'
import { createContext } from 'react'
import type { ThreadCount } from '@/server/thread/read-threads'

/** How much is said about each claim, for the margin of the article; nothing where no talk is shown, as on the timeline. */
export const TalkCounts = createContext<ReadonlyMap<string, ThreadCount>>(new Map())
