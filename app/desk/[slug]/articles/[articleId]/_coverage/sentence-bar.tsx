import { Highlighter, Link2, Minus, Undo2 } from 'lucide-react'
import Link from 'next/link'
import type { Ref } from 'react'
import { stepAlong } from '@/app/_keys/along'
import { Icon } from '@/app/_ui/icon'
import type { SentenceState } from '@/server/coverage/coverage'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import { focusBeside } from '../_selection/selection-toolbar'
import type { SentenceWalk } from '../_selection/use-walk'
import { showSuggestions, useSuggestionsShown } from './suggestions-shown'
import type { Sentence } from './use-coverage'
import { apartIn, reasonsSaid, stateSaid } from './use-say-sentence'
import type { SentencePlace } from './use-sentence-place'

type Props = {
  place: SentencePlace
  sentence: Sentence
  state: SentenceState
  walk: SentenceWalk
  ref: Ref<HTMLDivElement>
  onLeave: () => void
}

/** What can be done with the sentence that the cursor is on, just below it. */
export function SentenceBar({ place, sentence, state, walk, ref, onLeave }: Props) {
  const t = words()
  const areShown = useSuggestionsShown()
  const { desk, article } = useRoom()
  const why = reasonsSaid(sentence, state)
  const apart = apartIn(sentence, state)
  return (
    <div
      ref={ref}
      className="pop selpop sentence-bar"
      role="toolbar"
      aria-label={t('coverage.bar')}
      style={{ top: place.bottom + 6, '--at': `${Math.round(place.left)}px` } as React.CSSProperties} // a custom property is not in React's types
      // The keys for sentences act while the focus is in the text.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
        const step = stepAlong(event.key)
        if (step) focusBeside(event.currentTarget, step)
      }}
    >
      <Acts state={state} walk={walk} />
      <p className="meta">{stateSaid(state)}</p>
      {areShown && (why || apart.length > 0) && (
        <p className="meta reasons">
          {apart.map(({ id, name }) => (
            <Link key={id} href={`/desk/${desk.slug}/dossiers/${id}/articles/${article.id}`}>
              {t('coverage.nowhere', { name })}
            </Link>
          ))}
          {why && <span>{why}</span>}
          <button type="button" className="linkbtn" onClick={() => showSuggestions(false)}>
            {t('coverage.hideSuggestions')}
          </button>
        </p>
      )}
    </div>
  )
}

function Acts({ state, walk }: Pick<Props, 'state' | 'walk'>) {
  const t = words()
  const { mayEdit, member } = useRoom()
  if (state.is === 'claimed')
    return (
      <button type="button" className="item" onClick={walk.mark}>
        <Icon of={Link2} size="sm" /> {t('coverage.openClaim')} <kbd>↵</kbd>
      </button>
    )
  return (
    <>
      {mayEdit && (
        <button type="button" className="item primary" onClick={walk.mark}>
          <Icon of={Highlighter} size="sm" /> {t('workspace.mark')} <kbd>↵</kbd>
        </button>
      )}
      {may(member, 'look through articles') && (
        <button type="button" className="item" onClick={walk.passOver}>
          <Icon of={state.is === 'no-claim' ? Undo2 : Minus} size="sm" />{' '}
          {t(state.is === 'no-claim' ? 'coverage.takeBack' : 'coverage.noClaim')} <kbd>X</kbd>
        </button>
      )}
    </>
  )
}
