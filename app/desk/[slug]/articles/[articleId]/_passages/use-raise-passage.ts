'use client'
import { v7 as uuid } from 'uuid'
import { sayWrong } from '@/app/_ui/toast'
import { describeQuote, type Span } from '@/server/claim/quote'
import { say } from '@/server/refusal'
import { whyNotPassage } from '@/server/thread/thread'
import { usePlace } from '../_room/use-place'
import { useRoom } from '../_room/use-room'
import { keepPassage } from './passage-draft'

/** Opens the field in which a thread about selected words begins. */
export function useRaisePassage(): (span: Span) => void {
  const { revision, member } = useRoom()
  const { openPassage } = usePlace()
  return (span) => {
    const selectors = describeQuote(revision.text, span)
    if (!selectors) return
    const passage = { revision: revision.hash, selectors }
    const refusal = whyNotPassage(revision.text, passage)
    if (refusal) return sayWrong(say(refusal))
    const threadId = uuid()
    keepPassage(member.id, threadId, passage)
    openPassage(threadId)
  }
}
