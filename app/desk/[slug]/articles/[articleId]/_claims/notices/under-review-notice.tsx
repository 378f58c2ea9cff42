import { TriangleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { words } from '@/server/words'

type Props = { underReview: { line: string; editor: string; at: Date } }

/** What readers are told while the claim is under review, by whom, and what lifts it. */
export function UnderReviewNotice({ underReview: { line, editor, at } }: Props) {
  const t = words()
  return (
    <div className="notice warn">
      <Icon of={TriangleAlert} />
      <p className="spread">
        <b>{t('claim.underReviewBy', { editor })}</b>
        <span className="meta">
          <Ago at={at} />
        </span>
      </p>
      <p className="note">{line}</p>
      <p className="meta">{t('claim.underReviewLifted')}</p>
    </div>
  )
}
