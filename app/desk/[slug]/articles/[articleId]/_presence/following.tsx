'use client'
import { words } from '@/server/words'
import { useRoom, useStore } from '../_room/use-room'

/** Says whom one follows, over the text, for as long as it lasts. */
export function Following() {
  const t = words()
  const { following } = useRoom()
  const followed = useStore(following)
  if (!followed) return null
  return (
    <p className="following">
      <span className="pop">
        {t('people.following', { name: followed.name })}{' '}
        <span className="meta">{t('people.followEnds')}</span>
      </span>
    </p>
  )
}
