'use client'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import type { Claim } from '@/server/claim/claim'
import { sayableName } from '@/server/source/source-name'
import { words } from '@/server/words'

/** Keeps the numbers of the editor's citations in step with the claim's sources. */
export function useCited(editor: Editor | null, { sources }: Pick<Claim, 'sources'>) {
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    const t = words()
    const { citation } = editor.storage
    citation.cited = {
      ids: sources.map(({ id }) => id),
      nameOf: (id) => {
        const index = sources.findIndex((source) => source.id === id)
        const source = sources[index]
        if (!source) return t('rationale.removedSource')
        return t('rationale.citation', { number: index + 1, name: sayableName(source, t) })
      },
    }
    for (const redraw of citation.redraw) redraw()
  }, [editor, sources])
}
