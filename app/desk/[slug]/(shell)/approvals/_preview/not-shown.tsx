import { Info } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import type { PreviewStand } from './preview'

type Props = { id: string; stands: PreviewStand['stands'] }

/** Why nothing can be approved yet: what readers will get is not on the screen. */
export function NotShown({ id, stands }: Props) {
  const t = words()
  return (
    <p className="why" role="status">
      {stands !== 'shown' && (
        <>
          <Icon of={Info} size="sm" /> <span id={id}>{t(`approvals.notShown.${stands}`)}</span>
        </>
      )}
    </p>
  )
}
