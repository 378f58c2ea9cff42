import {
  CheckCheck,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CornerDownLeft,
  FilePenLine,
  type LucideIcon,
  Send,
  TriangleAlert,
} from 'lucide-react'
import type { Stage as StageWord } from '../../db/vocabulary'
import { words } from '../../server/words'
import { Icon } from './icon'

const icons: Record<StageWord, LucideIcon> = {
  'to-check': CircleDashed,
  ready: CircleCheck,
  'in-review': Send,
  returned: CornerDownLeft,
  published: CheckCheck,
  'changed-since': FilePenLine,
  'under-review': TriangleAlert,
  retracted: CircleSlash,
}

/** Where a claim stands on its way: icon and word, grey but for returned and published. */
export function Stage({ stage }: { stage: StageWord }) {
  const tone = stage === 'published' ? 'approved' : stage === 'returned' ? 'returned' : ''
  return (
    <span className={`status ${tone}`}>
      <Icon of={icons[stage]} />
      {words()(`stage.${stage}`)}
    </span>
  )
}
