'use client'
import '@/app/_styles/room/since.css'
import { ArrowDown, History } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { words } from '@/server/words'
import { useSince } from './since-context'
import type { KnownNews } from './use-news'
import { useWalkNew } from './use-walk-new'

type Props = {
  /** Beside the article it says how much it marks; a claim and a passage say so themselves. */
  isOfArticle?: boolean
}

/** The switch, and the way to the next thing that it marks; not there for whoever looks for the first time. */
export function SinceSwitch({ isOfArticle = false }: Props) {
  const t = words()
  const { before, isOn, turn, news } = useSince()
  const walk = useWalkNew()
  if (!before) return null
  return (
    <div className="since">
      <button type="button" className="btn xs" aria-pressed={isOn} onClick={() => turn(!isOn)}>
        <Icon of={History} size="sm" /> {t('since.title')}
      </button>
      <p className="meta">
        <Ago at={before} />
        {isOfArticle && news && `: ${summaryOf(news)}`}
      </p>
      {isOn && news && news.claims.size + news.threads.size > 0 && (
        <button type="button" className="btn quiet xs" onClick={() => walk(1)}>
          <Icon of={ArrowDown} size="sm" /> {t('since.next')} <kbd>U</kbd>
        </button>
      )}
    </div>
  )
}

/** As in "3 claims changed, 2 comments". */
function summaryOf({ claims, threads }: KnownNews): string {
  const t = words()
  const talk = [...threads.values()]
  const counts = {
    claims: claims.size,
    passages: talk.filter(({ claimId }) => claimId === null).length,
    comments: talk.reduce((sum, { comments }) => sum + comments, 0),
  }
  const said = (['claims', 'passages', 'comments'] as const).flatMap((what) =>
    counts[what] > 0 ? t(`since.${what}`, { count: counts[what] }) : [],
  )
  return said.length > 0 ? said.join(', ') : t('since.nothingShort')
}
