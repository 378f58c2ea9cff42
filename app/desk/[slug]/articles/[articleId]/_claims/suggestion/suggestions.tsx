'use client'
import '@/app/_styles/room/suggestion.css'
import { PencilLine } from 'lucide-react'
import { useRef, useState } from 'react'
import { useKeepFocus } from '@/app/_keys/use-keep-focus'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { SuggestForm } from './suggest-form'
import { SuggestionCard } from './suggestion-card'
import { useSuggestions } from './use-suggestions'

/** Wordings that were suggested for a claim, and a form to suggest one. */
export function Suggestions({ claim }: { claim: Claim }) {
  const t = words()
  const { mayEdit } = useRoom()
  const all = useSuggestions(claim.id)
  const [isWriting, setIsWriting] = useState(false)
  const section = useRef<HTMLElement>(null)
  useKeepFocus(section)
  useKeys({ w: () => mayEdit && setIsWriting(true) })
  return (
    <section className="suggestions" aria-label={t('suggestion.title')} ref={section}>
      <ReadState of={all.reading} name={t('suggestion.title')} lines={1} />
      {all.suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          suggestion={suggestion}
          claim={claim}
          onTake={() => (suggestion.taken ? all.finish(suggestion) : all.take(suggestion))}
          onDecline={() => all.decline(suggestion)}
        />
      ))}
      <div>
        {isWriting && <SuggestForm claim={claim} onSuggest={all.add} onLeave={() => setIsWriting(false)} />}
        {mayEdit && !isWriting && (
          <button type="button" className="btn quiet xs" onClick={() => setIsWriting(true)}>
            <Icon of={PencilLine} size="sm" /> {t('suggestion.suggest')}{' '}
            <span aria-hidden="true">
              <kbd>W</kbd>
            </span>
          </button>
        )}
      </div>
    </section>
  )
}
