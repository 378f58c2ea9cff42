'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { VerdictMark } from '@/app/_ui/verdict'
import { checkedBefore, shownOf } from '@/server/similar/similar'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import { useSettled } from './use-settled'

/** The most that is asked about, in UTF-16 units: who selects more marks no single claim. */
const longest = 1_000

/** What was published about the like of the selected words, told before they are marked; nothing where nothing was. */
export function CheckedBefore({ text }: { text: string }) {
  const t = words()
  const { desk } = useRoom()
  const settled = useSettled(text)
  const isAsked = settled !== null && settled.length <= longest
  const asked = useTRPC().similar.checkedBefore.queryOptions(
    { desk: desk.slug, text: settled ?? '' },
    { enabled: isAsked, staleTime: 60_000 },
  )
  const { data } = useQuery(asked)
  const [check] = isAsked ? checkedBefore(shownOf(data ?? [])) : []
  if (!check) return null
  const { published } = check
  return (
    <p className="before">
      <VerdictMark verdict={published.verdict} size="sm" />
      <a href={published.path} target="_blank" rel="noopener" title={check.statement}>
        {t('similar.checkedBefore', { verdict: published.label })}
        <span className="vh">: {check.statement}</span>
      </a>
      <span className="meta">{published.desk}</span>
    </p>
  )
}
