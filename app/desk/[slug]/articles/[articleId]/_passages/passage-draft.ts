import { draftOf, keepDraft } from '@/app/_draft/draft'
import { type Passage, passageShape } from '@/server/thread/thread'

/** Remembers in this window which words a thread is about that nobody has raised yet. */
export function keepPassage(memberId: string, threadId: string, passage: Passage) {
  keepDraft(memberId, `passage:${threadId}`, JSON.stringify(passage))
}

export function forgetPassage(memberId: string, threadId: string) {
  keepDraft(memberId, `passage:${threadId}`, null)
}

/** The words that a thread is to be about; null where it was not begun in this window. */
export function passageToRaise(memberId: string, threadId: string): Passage | null {
  const kept = draftOf(memberId, `passage:${threadId}`)
  return kept === null ? null : (passageShape.safeParse(JSON.parse(kept)).data ?? null)
}
