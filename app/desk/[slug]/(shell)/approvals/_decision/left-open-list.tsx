import { FileDiff, FilePenLine, Info, MessageSquare, PencilLine, Unlink } from 'lucide-react'
import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import type { LeftOpen } from '@/server/review/approval/left-open'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { placeOf } from '../place-of'

/** What whoever submitted the claim left open; it informs the editor and forbids nothing. */
export function LeftOpenList({ page, slug }: { page: SubmissionPage; slug: string }) {
  const t = words()
  if (!page.leftOpen.length) return null
  return (
    <section aria-labelledby="left-open">
      <h2 id="left-open">{t('approvals.leftOpen')}</h2>
      <ul className="evid">
        {page.leftOpen.map(({ what, count }) => (
          <li key={what} className="auto open">
            <Icon of={lines[what].icon} />
            <span>{t(lines[what].words, { count })}</span>
          </li>
        ))}
      </ul>
      <Link className="meta" href={placeOf(slug, page)}>
        {t('approvals.leftOpenSee')}
      </Link>
    </section>
  )
}

const lines = {
  passage: { icon: FileDiff, words: 'approvals.leftOpenPassage' },
  sources: { icon: Unlink, words: 'approvals.leftOpenSources' },
  threads: { icon: MessageSquare, words: 'approvals.leftOpenThreads' },
  suggestions: { icon: PencilLine, words: 'approvals.leftOpenSuggestions' },
  'later-edits': { icon: FilePenLine, words: 'approvals.leftOpenLater' },
  'not-known': { icon: Info, words: 'approvals.leftOpenNotKnown' },
} as const satisfies Record<LeftOpen['what'], unknown>
