'use client'
import { useId, useState } from 'react'
import { sayDone } from '@/app/_ui/toast'
import { may } from '@/server/member/member'
import { setTopic } from '@/server/room/doc/claim-values'
import { words } from '@/server/words'
import { useClaims, useRoom } from '../../../_room/use-room'
import { AssignSeveral } from './assign-several'
import type { Selected } from './use-selected'

type Props = { selected: ReadonlySet<string>; onSelect: (selected: Selected) => void }

/** What can be done with all claims that are selected: assign them, or file them under a topic. */
export function BulkBar({ selected, onSelect }: Props) {
  const t = words()
  const id = useId()
  const { doc, origin, member } = useRoom()
  const [isAssigning, setIsAssigning] = useState(false)
  const [topic, setTopicTyped] = useState('')
  // What was deleted meanwhile is selected no more.
  const claims = useClaims().filter((claim) => selected.has(claim.id))
  const file = () => {
    const wanted = topic.trim().replace(/\s+/g, ' ')
    if (wanted === '' || claims.length === 0) return
    for (const claim of claims) setTopic(doc, claim.id, wanted, true, origin)
    sayDone(t('work.filed', { count: claims.length, topic: wanted }))
    setTopicTyped('')
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, this is a bar
    <div className="bulk" role="group" aria-label={t('work.bulk')}>
      <p role="status">{t('work.selected', { count: claims.length })}</p>
      {may(member, 'assign work') && (
        <button
          type="button"
          className="btn xs"
          aria-disabled={claims.length === 0 || undefined}
          onClick={() => claims.length > 0 && setIsAssigning(true)}
        >
          {t('work.assign')}
        </button>
      )}
      <button type="button" className="btn quiet xs" onClick={() => onSelect(null)}>
        {t('work.selectNone')}
      </button>
      <label className="vh" htmlFor={id}>
        {t('work.topicForAll')}
      </label>
      <input
        id={id}
        className="input"
        placeholder={t('work.topicForAll')}
        maxLength={60}
        value={topic}
        onChange={(event) => setTopicTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          file()
        }}
      />
      {isAssigning && (
        <AssignSeveral claims={claims} onClose={() => setIsAssigning(false)} onSelect={onSelect} />
      )}
    </div>
  )
}
