import type { Mentionable } from '@/server/thread/thread'
import { words } from '@/server/words'

type Props = {
  id: string
  shown: Mentionable[]
  at: number
  onChoose: (mentionable: Mentionable) => void
}

/** Who can be mentioned; the field keeps the focus, and its keys choose. */
export function MentionMenu({ id, shown, at, onChoose }: Props) {
  if (shown.length === 0) return null
  return (
    <div className="pop menu mention-menu" id={id} role="listbox" aria-label={words()('thread.mentionable')}>
      {shown.map((mentionable, index) => (
        <div
          key={mentionable.token}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          className="item"
          aria-selected={index === at}
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault()
            onChoose(mentionable)
          }}
        >
          {mentionable.name}
        </div>
      ))}
    </div>
  )
}
