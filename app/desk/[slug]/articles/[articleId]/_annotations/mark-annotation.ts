import type { Annotation } from '@/server/article/annotation/annotation'
import type { Span } from '@/server/claim/quote'
import { setTopic } from '@/server/room/doc/claim-values'
import { setRationale } from '@/server/room/doc/rationale-xml'
import { words } from '@/server/words'
import type { OpenRoom, Workspace } from '../_room/room'
import { markSpan } from '../_selection/mark-acts'

/** Makes a claim of an annotation: its quote where it stands, its note as the rationale's beginning, its tags as topics. */
export function markAnnotation(
  room: OpenRoom & Workspace,
  { note, tags, by }: Annotation,
  span: Span,
  at: Date,
): void {
  const { doc, origin } = room
  doc.transact(() => {
    const made = markSpan(room, span, at)
    if ('refusal' in made) return
    const said = by && note ? words()('annotation.note', { name: by, note }) : note
    const paragraphs = said.split(/\n+/).filter((line) => line.trim())
    if (paragraphs.length > 0)
      setRationale(doc, made.id, { type: 'doc', content: paragraphs.map(paragraph) }, origin)
    for (const tag of tags) setTopic(doc, made.id, tag, true, origin)
  }, origin)
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
})
