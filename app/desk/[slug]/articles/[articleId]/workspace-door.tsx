'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from './_frame/skeleton'

/** Loads the workspace in the browser alone: the server holds a copy of Yjs of its own. */
export const WorkspaceDoor = dynamic(() => import('./workspace').then(({ Workspace }) => Workspace), {
  ssr: false,
  loading: Skeleton,
})
