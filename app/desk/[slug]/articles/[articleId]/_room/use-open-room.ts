import { MutationObserver, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { refusalOf } from '@/app/_api/refusal-of'
import { type OpenRoom, openRoom, type Workspace } from './room'

/** Holds the room open while the workspace is on the screen; null until it can be worked in. */
export function useOpenRoom(workspace: Workspace): OpenRoom | null {
  const [room, setRoom] = useState<OpenRoom | null>(null)
  const trpc = useTRPC()
  const queries = useQueryClient()
  const desk = workspace.desk.slug
  const articleId = workspace.article.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page shows one article to one member for as long as it stands
  useEffect(() => {
    const leave = openRoom(
      workspace,
      {
        askForPass: async () => {
          const asking = new MutationObserver(queries, trpc.room.pass.mutationOptions())
          return (await asking.mutate({ desk, articleId })).token
        },
        whyRefused: (error) => {
          const refusal = refusalOf(error)
          if (!refusal) return null
          return refusal.code === 'signed-out' ? 'signed-out' : 'no-entry'
        },
        lookAgain: () => void queries.invalidateQueries({ queryKey: [['review']] }),
      },
      setRoom,
    )
    return () => {
      leave()
      setRoom(null)
    }
  }, [desk, articleId])
  return room
}
