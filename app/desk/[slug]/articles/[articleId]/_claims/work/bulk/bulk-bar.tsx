'use client'
import { useState } from 'react'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { useClaims, useRoom } from '../../../_room/use-room'
import { AssignSeveral } from './assign-several'
import { CopyClaims } from './copy-claims'
import { TopicField } from './topic-field'
import type { Selected } from './use-selected'

type Props = { selected: ReadonlySet<string>; onSelect: (selected: Selected) => void }

/** What can be done with all claims that are selected: assign them, take along what is published, or file them under a topic. */
export function BulkBar({ selected, onSelect }: Props) {
  const t = words()
  const { member, mayEdit } = useRoom()
  const [isAssigning, setIsAssigning] = useState(false)
  const [isCopying, setIsCopying] = useState(false)
  // What was deleted meanwhile is selected no more.
  const claims = useClaims().filter((claim) => selected.has(claim.id))
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
      <button
        type="button"
        className="btn xs"
        aria-disabled={claims.length === 0 || undefined}
        onClick={() => claims.length > 0 && setIsCopying(true)}
      >
        {t('takeAlong.open')}
      </button>
      <button type="button" className="btn quiet xs" onClick={() => onSelect(null)}>
        {t('work.selectNone')}
      </button>
      {mayEdit && <TopicField claims={claims} />}
      {isCopying && <CopyClaims claims={claims} onClose={() => setIsCopying(false)} />}
      {isAssigning && (
        <AssignSeveral claims={claims} onClose={() => setIsAssigning(false)} onSelect={onSelect} />
      )}
    </div>
  )
}
