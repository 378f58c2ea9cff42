import type { RefObject } from 'react'
import type { SentenceWalk } from '../_selection/use-walk'
import { useSentences } from './coverage-context'
import { SentenceBar } from './sentence-bar'
import { useSentencePlace, useShowSentence } from './use-sentence-place'

type Props = {
  scroller: RefObject<HTMLElement | null>
  article: RefObject<HTMLElement | null>
  /** What the article shows. */
  shown: unknown
  walk: SentenceWalk
  toolbar: RefObject<HTMLDivElement | null>
}

/** The cursor that stands on a whole sentence: its words are tinted, and what can be done stands below them. */
export function SentenceCursor({ scroller, article, shown, walk, toolbar }: Props) {
  const { sentences, states, cursor } = useSentences()
  const at = cursor ?? -1
  const [sentence, state] = [sentences[at], states[at]]
  const place = useSentencePlace(article, sentence ?? null, shown)
  useShowSentence(scroller, article, sentence ?? null)
  if (!place || !sentence || !state) return null
  return (
    <SentenceBar
      ref={toolbar}
      place={place}
      sentence={sentence}
      state={state}
      walk={walk}
      onLeave={() => article.current?.focus()}
    />
  )
}
