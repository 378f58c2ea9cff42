'use client'
import '@/app/_styles/room/sums.css'
import { Highlighter, Link2 } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { blockPositions } from '@/server/article/frozen-text'
import { sumSaid } from '@/server/dossier/sums/said'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import { type Sum, useSums } from './use-sums'

type Props = { onOpen: (claimId: string) => void }

/** What does not add up in the article, each with its computation, its place and a press that makes a claim of it; nothing where all does. */
export function SumsList({ onOpen }: Props) {
  const t = words()
  const { sums, mark } = useSums(onOpen)
  if (sums.length === 0) return null
  return (
    <section className="sums" aria-labelledby="sums-h">
      <h3 className="label" id="sums-h">
        {t('sums.title')}
      </h3>
      <p className="meta">{t('sums.lead')}</p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets. */}
      <ul role="list">
        {sums.map((sum) => (
          <Line
            key={`${sum.finding.code} ${sum.finding.quote.start}`}
            sum={sum}
            onOpen={onOpen}
            onMark={() => mark(sum.finding)}
          />
        ))}
      </ul>
    </section>
  )
}

function Line({ sum: { finding, claim }, onOpen, onMark }: Props & { sum: Sum; onMark: () => void }) {
  const t = words()
  const { revision, mayEdit } = useRoom()
  const said = sumSaid(finding)
  const number = blockPositions(revision.blocks).findIndex(({ end }) => finding.quote.start < end) + 1
  return (
    <li>
      <p dir="auto">{said}</p>
      <p className="acts">
        <a className="meta" href={`#p${number}`}>
          {t('sums.place', { number })}
        </a>
        {claim && (
          <button type="button" className="btn quiet sm" onClick={() => onOpen(claim.id)}>
            <Icon of={Link2} size="sm" /> {t('sums.open', { number: claim.number })}
          </button>
        )}
        {!claim && mayEdit && (
          <button
            type="button"
            className="btn sm"
            aria-label={t('sums.markThis', { sum: said })}
            onClick={onMark}
          >
            <Icon of={Highlighter} size="sm" /> {t('sums.mark')}
          </button>
        )}
      </p>
    </li>
  )
}
