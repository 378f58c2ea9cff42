'use client'
import '@/app/_styles/room/sums.css'
import { Highlighter, Link2 } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import { blockPositions } from '@/server/article/frozen-text'
import type { Finding } from '@/server/dossier/sums/finding'
import { sumSaid } from '@/server/dossier/sums/said'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import { usePaintCells } from './use-paint-cells'
import { type Sum, useSums } from './use-sums'

type Props = { openId: string | null; onOpen: (claimId: string) => void }

/**
 * What does not add up in the article, each with its computation, its place and a press that makes a claim of it, or that it
 * could not be counted; nothing where all adds up. The numbers of the one that is pointed at, has the focus or is about the
 * open claim are shown in the text.
 */
export function SumsList({ openId, onOpen }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
  const { sums, isCounted, mark } = useSums(onOpen)
  const [place, setPlace] = useState<number | null>(null)
  const looked =
    sums.find(({ finding }) => placeOf(finding) === place) ??
    sums.find(({ claim }) => claim && claim.id === openId)
  const next = looked && !looked.claim ? looked : sums.find(({ claim }) => !claim)
  usePaintCells(looked?.finding.cells ?? null)
  useKeys({ t: mayEdit && next ? () => mark(next.finding) : undefined })
  if (isCounted && sums.length === 0) return null
  return (
    <section className="sums" aria-labelledby="sums-h">
      <h3 className="label" id="sums-h">
        {t('sums.title')}
      </h3>
      <p className="meta">{isCounted ? t('sums.lead') : t('sums.notCounted')}</p>
      {sums.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets.
        <ul role="list">
          {sums.map((sum) => (
            <Line
              key={`${sum.finding.code} ${sum.finding.quote.start}`}
              sum={sum}
              isNext={sum === next}
              onLook={(isLooked) => setPlace(isLooked ? placeOf(sum.finding) : null)}
              onOpen={onOpen}
              onMark={() => mark(sum.finding)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Each stated number is wrong once: it names what was found about it. */
const placeOf = ({ cells }: Finding) => cells.at(-1)?.start ?? null

type LineProps = {
  sum: Sum
  isNext: boolean
  onLook: (isLooked: boolean) => void
  onOpen: (claimId: string) => void
  onMark: () => void
}

function Line({ sum: { finding, claim }, isNext, onLook, onOpen, onMark }: LineProps) {
  const t = words()
  const { revision, mayEdit } = useRoom()
  const said = sumSaid(finding)
  const number = blockPositions(revision.blocks).findIndex(({ end }) => finding.quote.start < end) + 1
  return (
    <li
      onPointerEnter={() => onLook(true)}
      onPointerLeave={() => onLook(false)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
    >
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
            <Icon of={Highlighter} size="sm" /> {t('sums.mark')} {isNext && <kbd>T</kbd>}
          </button>
        )}
      </p>
    </li>
  )
}
