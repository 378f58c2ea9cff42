import { useState } from 'react'
import { useTRPCClient } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { mostFileBytes } from '@/server/article/file/file-type'
import { say } from '@/server/refusal'

/** How far a file has come; a refused one says why, one that could not be sent can be sent again. */
export type FileState =
  | { is: 'waiting' | 'sending' | 'reading' }
  | { is: 'ready' | 'there'; href: string }
  | { is: 'refused'; sentence: string }

export type SentFile = { key: number; file: File; state: FileState }

/** Files that are sent and read one after the other; what becomes of one changes nothing for the others. */
export function useFiles(slug: string, onAlone: (href: string) => void) {
  const trpc = useTRPCClient()
  const [files, setFiles] = useState<SentFile[]>([])
  const show = (key: number, state: FileState) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, state } : one)))

  async function bring({ key, file }: SentFile): Promise<FileState> {
    show(key, { is: 'sending' })
    const sent = await send(slug, file)
    if ('sentence' in sent) return { is: 'refused', sentence: sent.sentence }
    show(key, { is: 'reading' })
    const read = await trpc.article.importFile.mutate({ desk: slug, fileId: sent.fileId })
    return 'draftId' in read
      ? { is: 'ready', href: `/desk/${slug}/import/${read.draftId}` }
      : { is: 'there', href: `/desk/${slug}/articles/${read.articleId}` }
  }

  async function bringAll(chosen: SentFile[]) {
    const states: FileState[] = []
    for (const one of chosen) {
      const state = await bring(one).catch(
        (error): FileState => ({ is: 'refused', sentence: sentenceOf(error) }),
      )
      show(one.key, state)
      states.push(state)
    }
    const [only] = states
    // Who brought one file wants to see it; who brought several chooses.
    if (files.length === 0 && states.length === 1 && only && 'href' in only) onAlone(only.href)
  }

  return {
    files,
    isBusy: files.some(({ state }) => ['waiting', 'sending', 'reading'].includes(state.is)),
    add: (chosen: Iterable<File>) => {
      const added = [...chosen].map((file, at) => ({
        ...{ key: files.length + at, file },
        state: { is: 'waiting' } as const,
      }))
      setFiles((all) => [...all, ...added])
      void bringAll(added)
    },
    again: (one: SentFile) => void bringAll([one]),
  }
}

async function send(slug: string, file: File): Promise<{ fileId: string } | { sentence: string }> {
  if (file.size > mostFileBytes)
    return {
      sentence: say({ code: 'file-too-large', values: { megabytes: mostFileBytes / 1_000_000 } }),
    }
  const address = `/desk/${slug}/import/files?${new URLSearchParams({ name: file.name })}`
  try {
    const answer = await fetch(address, { method: 'POST', body: file })
    const said: unknown = await answer.json().catch(() => null)
    if (typeof said === 'object' && said !== null) {
      if ('fileId' in said) return { fileId: String(said.fileId) }
      if ('sentence' in said) return { sentence: String(said.sentence) }
    }
  } catch {
    // No network, or a file that is gone from the disk: the same sentence, and another try.
  }
  return { sentence: say({ code: 'unreachable' }) }
}
