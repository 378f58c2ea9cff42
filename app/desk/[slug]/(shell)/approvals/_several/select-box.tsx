import { say } from '@/server/refusal'
import { whyNotSelectMore } from '@/server/review/approval/approving'
import { words } from '@/server/words'
import { useSelection } from './selection'

type Props = { id: string; statement: string; isOpened: boolean }

/** Selects a line of the queue; one that this editor has not opened yet says so and stays unselected. */
export function SelectBox({ id, statement, isOpened }: Props) {
  const t = words()
  const { selected, toggle } = useSelection()
  const full = selected.has(id) ? null : whyNotSelectMore(selected.size)
  const whyNot = isOpened ? full && say(full) : t('approvals.openFirst')
  return (
    <label className="check q-select" title={whyNot ?? undefined}>
      <input
        type="checkbox"
        checked={selected.has(id)}
        aria-disabled={whyNot !== null || undefined}
        onChange={() => isOpened && toggle(id)}
      />
      <span className="vh">
        {t('approvals.select', { statement })} {whyNot}
      </span>
    </label>
  )
}
