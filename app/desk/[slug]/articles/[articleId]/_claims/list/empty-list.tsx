'use client'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import type { Wanted } from './filter'

type Props = { all: number; wanted: Wanted; onShowAll: () => void }

/** What stands where no claim does: how to make the first one, or what hides those that are there. */
export function EmptyList({ all, wanted, onShowAll }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
  if (all === 0) {
    return (
      <div className="empty">
        <p className="big">{t('claim.noneYet')}</p>
        <p>{mayEdit ? <Hint /> : t('claim.noneYetObserver')}</p>
      </div>
    )
  }
  const { stage, work, words: search } = wanted
  const filters = [stage && t(`stage.${stage}`), work && t(`work.filters.${work}`)].filter(Boolean).join(', ')
  return (
    <div className="empty" role="status">
      <p className="big">{search ? t('claim.noneFound') : t('claim.noneOfFilter', { filters })}</p>
      <p>
        {search
          ? t('claim.hiddenBySearch', { count: all, words: search })
          : t('claim.hiddenByFilter', { count: all, filters })}
      </p>
      <button type="button" className="btn sm" onClick={onShowAll}>
        {t('claim.showAll')}
      </button>
    </div>
  )
}

/** The sentence with its key drawn as one. */
function Hint() {
  const [before, after] = words()('claim.noneYetHint', { key: '\n' }).split('\n')
  return (
    <>
      {before}
      <kbd>M</kbd>
      {after}
    </>
  )
}
