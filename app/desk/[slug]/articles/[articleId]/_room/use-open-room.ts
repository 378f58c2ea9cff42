import { MutationObserver, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { refusalOf } from '@/app/_api/refusal-of'
import type { Claim } from '@/server/claim/claim'
import { type OpenRoom, openRoom, type Workspace } from './room'

/** What is asked again when rows of the article have changed. The sentences of a text never do. */
const paths = [
  ['review'],
  ['thread'],
  ['suggestion'],
  ['assignment'],
  ['ownVerdict'],
  ['clearance'],
  ['guest'],
  ['source'],
  ['statistics', 'clock'],
  ['coverage', 'looks'],
  ['coverage', 'closing'],
  ['revision'],
  ['similar'],
  ['proposition'],
  ['visit', 'news'],
]

/**
 * Holds the room open while the workspace is on the screen; null until it can be worked in. A room that was brought
 * back from a backup meanwhile is opened anew, with an empty document.
 */
export function useOpenRoom(workspace: Workspace): OpenRoom | null {
  const [room, setRoom] = useState<OpenRoom | null>(null)
  const [life, setLife] = useState<{ lineage: string; left: Claim[] }>({
    lineage: workspace.lineage,
    left: [],
  })
  const trpc = useTRPC()
  const queries = useQueryClient()
  const desk = workspace.desk.slug
  const articleId = workspace.article.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page shows one article to one member for as long as it stands
  useEffect(() => {
    const { lineage } = life
    const leave = openRoom(
      { ...workspace, ...life },
      {
        askForPass: async () => {
          const asking = new MutationObserver(queries, trpc.room.pass.mutationOptions())
          return (await asking.mutate({ desk, articleId, lineage })).token
        },
        whyRefused: (error) => {
          const refusal = refusalOf(error)
          if (!refusal) return null
          if (refusal.code === 'article-deleted') return 'deleted'
          return refusal.code === 'signed-out' ? 'signed-out' : 'no-entry'
        },
        restoredTo: (error) => {
          const refusal = refusalOf(error)
          return refusal?.code === 'room-restored' ? String(refusal.values?.lineage) : null
        },
        onRestored: (lineage, left) => setLife({ lineage, left }),
        lookAgain: () => {
          for (const path of paths) void queries.invalidateQueries({ queryKey: [path] })
        },
      },
      setRoom,
    )
    return () => {
      leave()
      setRoom(null)
    }
  }, [desk, articleId, life])
  return room
}
