import { useEffect } from 'react'
import { exact } from '@/app/_ui/time'
import { utf16Before } from '@/server/claim/quote'
import type { SentenceState } from '@/server/coverage/coverage'
import { screenLocale, words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import { useSentences } from './coverage-context'
import { useSuggestionsShown } from './suggestions-shown'
import type { Sentence } from './use-coverage'

/** Says the sentence that the cursor comes to, and where it stands, to screen readers. */
export function useSaySentence() {
  const { sentences, states, cursor } = useSentences()
  const { revision, announce } = useRoom()
  const areShown = useSuggestionsShown()
  const at = cursor ?? -1
  const [sentence, state] = [sentences[at], states[at]]
  const said =
    sentence && state
      ? words()('coverage.sentenceAt', {
          number: at + 1,
          all: sentences.length,
          text: textAt(revision.text, sentence),
          state: [stateSaid(state), ...(areShown ? allReasons(sentence, state) : [])].join('. '),
        })
      : null
  useEffect(() => {
    if (said) announce(said)
  }, [said, announce])
}

function allReasons(sentence: Sentence, state: SentenceState): string[] {
  const apart = apartIn(sentence, state).map(({ name }) => words()('coverage.nowhere', { name }))
  const why = reasonsSaid(sentence, state)
  return why ? [...apart, why] : apart
}

/** The dossiers in which a sentence that nobody has looked at was found nowhere else. */
export const apartIn = ({ nowhereIn }: Sentence, { is }: SentenceState) =>
  is === 'not-looked-at' ? nowhereIn : []

/** The words of a sentence. */
export const textAt = (text: string, { start, end }: { start: number; end: number }) =>
  text.slice(utf16Before(text, start), utf16Before(text, end))

/** Where a sentence stands, in words, with who signed it and when. */
export function stateSaid(state: SentenceState): string {
  const t = words()
  if (state.is !== 'no-claim') return t(`coverage.state.${state.is}`)
  const { by, at } = state.look
  return t('coverage.state.no-claim', { name: by.name, at: exact(at) })
}

/** Why a sentence that nobody has looked at looks worth checking, in words; null where it does not. */
export function reasonsSaid({ isSuggested, reasons }: Sentence, { is }: SentenceState): string | null {
  const t = words()
  if (!isSuggested || is !== 'not-looked-at') return null
  const said = reasons.map((reason) => t(`coverage.reason.${reason}`))
  if (!said.length) return t('coverage.worthAtAll')
  return t('coverage.worth', { reasons: new Intl.ListFormat(screenLocale(), { type: 'unit' }).format(said) })
}
