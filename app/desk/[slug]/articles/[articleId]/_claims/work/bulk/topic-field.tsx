'use client'
import { useId, useState } from 'react'
import { sayDone } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { setTopic } from '@/server/room/doc/claim-values'
import { words } from '@/server/words'
import { useRoom } from '../../../_room/use-room'

/** Files several claims under a topic that is typed. */
export function TopicField({ claims }: { claims: Claim[] }) {
  const t = words()
  const id = useId()
  const { doc, origin } = useRoom()
  const [topic, setTopicTyped] = useState('')
  const file = () => {
    const wanted = topic.trim().replace(/\s+/g, ' ')
    if (wanted === '' || claims.length === 0) return
    for (const claim of claims) setTopic(doc, claim.id, wanted, true, origin)
    sayDone(t('work.filed', { count: claims.length, topic: wanted }))
    setTopicTyped('')
  }
  return (
    <>
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
    </>
  )
}
