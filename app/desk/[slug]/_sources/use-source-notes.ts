'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { SourceNote } from '@/server/source/note/source-note'

/** The notes for editors about one source. They are read when somebody asks, and stay with this screen alone. */
export function useSourceNotes(slug: string, sourceId: string) {
  const trpc = useTRPC()
  const [notes, setNotes] = useState<SourceNote[] | null>(null)
  const sealing = useQuery(trpc.sourceNote.sealing.queryOptions({ desk: slug }))
  const always = { networkMode: 'always' as const, gcTime: 0 }
  const reading = useMutation(trpc.sourceNote.read.mutationOptions(always))
  const keeping = useMutation(trpc.sourceNote.keep.mutationOptions(always))
  const fetching = useMutation(trpc.sourceNote.readFile.mutationOptions(always))
  const removing = useMutation(trpc.sourceNote.remove.mutationOptions(always))
  const read = async () => setNotes(await reading.mutateAsync({ desk: slug, sourceId }))
  return {
    notes,
    isSealed: sealing.data?.isOffered ?? null,
    isBusy: [reading, keeping, fetching, removing].some(({ isPending }) => isPending),
    read,
    keep: async (articleId: string, text: string, file: File | null) => {
      const kept = file && { name: file.name, base64: inBase64(await file.arrayBuffer()) }
      await keeping.mutateAsync({ desk: slug, articleId, sourceId, text, file: kept })
      if (notes) await read()
    },
    fetchFile: async (noteId: string) => (await fetching.mutateAsync({ desk: slug, noteId }))?.base64 ?? null,
    remove: async (noteId: string) => {
      await removing.mutateAsync({ desk: slug, noteId })
      setNotes((shown) => shown?.filter(({ id }) => id !== noteId) ?? null)
    },
  }
}

function inBase64(content: ArrayBuffer): string {
  let binary = ''
  for (const byte of new Uint8Array(content)) binary += String.fromCharCode(byte)
  return btoa(binary)
}
