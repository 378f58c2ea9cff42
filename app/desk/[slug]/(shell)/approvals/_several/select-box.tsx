import { words } from '@/server/words'
import { useSelection } from './selection'

type Props = { id: string; statement: string; isOpened: boolean }

/** Selects a line of the queue; one that this editor has not opened yet says so and stays unselected. */
export function SelectBox({ id, statement, isOpened }: Props) {
  const t = words()
  const { selected, toggle } = useSelection()
  return (
    <label className="check q-select" title={isOpened ? undefined : t('approvals.openFirst')}>
      <input
        type="checkbox"
        checked={selected.has(id)}
        aria-disabled={!isOpened || undefined}
        onChange={() => isOpened && toggle(id)}
      />
      <span className="vh">
        {t('approvals.select', { statement })} {!isOpened && t('approvals.openFirst')}
      </span>
    </label>
  )
}
