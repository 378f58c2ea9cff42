'use client'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import type { Claim } from '@/server/claim/claim'
import { setTopic } from '@/server/room/doc/claim-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** Words a claim is filed under; Enter adds one, its cross takes it away. */
export function Topics({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin, mayEdit } = useRoom()
  const [typed, setTyped] = useState('')
  const id = useId()
  const add = () => {
    const topic = typed.trim().replace(/\s+/g, ' ')
    if (topic) setTopic(doc, claim.id, topic, true, origin)
    setTyped('')
  }
  if (!mayEdit && claim.topics.length === 0) return null
  return (
    <div className="cell wide">
      {mayEdit ? (
        <label htmlFor={id}>{t('claim.topics')}</label>
      ) : (
        <p className="cell-label">{t('claim.topics')}</p>
      )}
      <ul className="chips">
        {claim.topics.map((topic) => (
          <li key={topic} className="chip">
            {topic}
            {mayEdit && (
              <button
                type="button"
                aria-label={t('claim.removeTopic', { topic })}
                onClick={() => setTopic(doc, claim.id, topic, false, origin)}
              >
                <Icon of={X} size="xs" />
              </button>
            )}
          </li>
        ))}
        {mayEdit && (
          <li className="grow">
            <input
              id={id}
              className="quiet-field"
              placeholder={t('claim.topicsHint')}
              value={typed}
              maxLength={60}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={add}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                add()
              }}
            />
          </li>
        )}
      </ul>
    </div>
  )
}
