'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { useEvidenceOf } from '@/app/desk/[slug]/_sources/evidence/use-evidence-of'
import { say } from '@/server/refusal'
import type { InDoubt } from '@/server/source/watch/read-in-doubt'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** What is known of the evidence behind a claim's sources, by source. */
export const useEvidence = (claimId: string) => useEvidenceOf(useRoom().desk.slug, claimId)

/** The claims of this article that lean on a source that has changed or is gone, by id. */
export function useInDoubt(): ReadonlyMap<string, InDoubt> {
  const { desk, article } = useRoom()
  const { data } = useQuery(useTRPC().source.inDoubt.queryOptions({ desk: desk.slug, articleId: article.id }))
  return useMemo(() => new Map(data?.map((one) => [one.claimId, one])), [data])
}

type Named = { claimId: string; sourceId: string }

/** What can be done about the evidence behind a source; each says when it is done, or why not. */
export function useEvidenceActs({ claimId, sourceId }: Named) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk } = useRoom()
  const named = { desk: desk.slug, claimId, sourceId }
  const ended = {
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.source.pathKey() }),
  }
  const archive = useMutation(
    trpc.source.archive.mutationOptions({
      ...ended,
      onSuccess: () => void sayDone(t('evidence.archivedDone')),
    }),
  )
  const holds = useMutation(
    trpc.source.holds.mutationOptions({ ...ended, onSuccess: () => void sayDone(t('evidence.heldDone')) }),
  )
  const note = useMutation(
    trpc.source.note.mutationOptions({ ...ended, onSuccess: () => void sayDone(t('evidence.noteDone')) }),
  )
  const attach = useMutation({
    ...ended,
    mutationFn: (file: File) =>
      sendFile(`/desk/${desk.slug}/claims/${claimId}/sources/${sourceId}/files`, file),
    onError: (error: Error) => sayWrong(error.message),
    onSuccess: () => void sayDone(t('evidence.attachedDone')),
  })
  return {
    archive: () => archive.mutate(named),
    isArchiving: archive.isPending,
    holds: (lookId: string) => holds.mutate({ desk: desk.slug, lookId }),
    note: (text: string) => note.mutateAsync({ ...named, text }),
    attach: (file: File) => attach.mutate(file),
    isAttaching: attach.isPending,
  }
}

async function sendFile(address: string, file: File): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  })
  if (answer.ok) return
  throw new Error((await answer.text()) || say({ code: 'fault' }))
}
