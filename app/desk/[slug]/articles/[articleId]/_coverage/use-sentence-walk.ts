import type { RefObject } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { sayWrong } from '@/app/_ui/toast'
import type { Span } from '@/server/claim/quote'
import { sentenceAt, whyNotPassOver } from '@/server/coverage/coverage'
import { may } from '@/server/member/member'
import { say } from '@/server/refusal'
import { useRoom } from '../_room/use-room'
import { placeAtTop, rangeOf, selectedSpan } from '../_selection/text-place'
import type { SentenceWalk } from '../_selection/use-walk'
import { useSentences } from './coverage-context'
import { useSign } from './use-coverage'
import { useSaySentence } from './use-say-sentence'

type Acts = {
  /** Makes a claim of the words; does nothing where one may not. */
  mark: (span: Span) => void
  open: (claimId: string) => void
}

/** The keys that put the cursor on a sentence, and what is done with that sentence then. */
export function useSentenceWalk(
  article: RefObject<HTMLElement | null>,
  acts: Acts,
): SentenceWalk & { press: () => void } {
  const { sentences, states, cursor, put, goToLeft } = useSentences()
  const { member } = useRoom()
  const sign = useSign()
  useSaySentence()
  const at = cursor ?? -1
  const [sentence, state] = [sentences[at], states[at]]
  const last = sentences.length - 1
  const step = (by: 1 | -1) => {
    if (last < 0 || !article.current) return
    // Without a cursor it begins where the person reads.
    const first = sentenceAt(sentences, placeAtTop(article.current) ?? 0) ?? last
    put(cursor === null ? first : Math.min(last, Math.max(0, cursor + by)))
  }
  useKeys({
    'shift+j': () => goToLeft(1),
    'shift+k': () => goToLeft(-1),
    n: () => step(1),
    p: () => step(-1),
  })
  return {
    isOn: sentence !== undefined,
    step,
    toEnd: (end) => put(end === 'first' ? 0 : last),
    mark: () => {
      if (state?.is === 'claimed') acts.open(state.claimId)
      else if (sentence) acts.mark(sentence)
    },
    passOver: () => {
      if (!sentence || !may(member, 'look through articles')) return
      const refusal = whyNotPassOver(state)
      if (refusal) sayWrong(say(refusal))
      else sign(sentence, state?.is !== 'no-claim')
    },
    select: () => {
      const range = article.current && sentence && rangeOf(article.current, sentence)
      put(null)
      if (!range) return
      const { startContainer, startOffset, endContainer, endOffset } = range
      document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
    },
    leave: () => put(null),
    press: () => {
      const place = article.current && selectedSpan(article.current)?.start
      const index = place == null ? null : sentenceAt(sentences, place)
      const isIn = index !== null && place != null && (sentences[index]?.start ?? 0) <= place
      if (may(member, 'look through articles')) put(isIn ? index : null)
    },
  }
}
