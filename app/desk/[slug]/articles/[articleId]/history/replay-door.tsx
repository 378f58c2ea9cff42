'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from '../_frame/skeleton'

/** Loads the replay in the browser alone: the server holds a copy of Yjs of its own. */
export const ReplayDoor = dynamic(() => import('./replay-screen').then(({ ReplayScreen }) => ReplayScreen), {
  ssr: false,
  loading: Skeleton,
})
