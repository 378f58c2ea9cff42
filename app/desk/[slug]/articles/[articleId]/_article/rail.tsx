import { MessageSquare } from 'lucide-react'
import { use, useRef } from 'react'
import { Icon } from '@/app/_ui/icon'
import { VerdictMark } from '@/app/_ui/verdict'
import { useScale } from '@/app/_verdict/scale'
import { shortOf } from '@/server/claim/scale'
import { words } from '@/server/words'
import { TalkCounts } from '../_claims/thread/talk-counts'
import { NewThings } from '../_since/since-context'
import type { MarkedClaim } from './block-claims'
import { before, columnWidth, type RailPlace, useRail } from './use-rail'

type Props = {
  number: number
  /** The claims that begin in this block. */
  claims: readonly MarkedClaim[]
  /** Those, and the ones that run into it from above. */
  all: readonly MarkedClaim[]
  openId: string | null
  onOpen: (claimId: string) => void
}

/** The margin beside a block: a link for each claim, level with the line where its quote begins. */
export function Rail({ number, claims, all, openId, onOpen }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const counts = use(TalkCounts)
  const newThings = use(NewThings)
  const { places, height, bracket } = useRail(
    list,
    claims,
    all.some(({ id }) => id === openId) ? openId : null,
  )
  // Links side by side have no room for more than their number.
  const isOneColumn = [...places.values()].every(({ column }) => column === 0)
  return (
    <ul
      className={`rail ${isOneColumn ? '' : 'is-narrow'}`}
      ref={list}
      aria-label={words()('workspace.railOf', { number })}
      style={{ minHeight: height }}
      hidden={claims.length === 0 && !bracket}
    >
      {bracket && <li className="bracket" aria-hidden="true" style={bracket} />}
      {claims.map((claim, index) => (
        <li
          key={claim.id}
          className={claim.id === openId ? 'is-open' : undefined}
          style={styleAt(places.get(claim.id) ?? { top: index * lineHeight + 3, column: 0 })}
        >
          <RailLink
            claim={claim}
            comments={counts.get(claim.id)?.comments ?? 0}
            isNew={newThings.has(claim.id)}
            isOpen={claim.id === openId}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  )
}

/** What a line of the article is high, in px, until it has been measured. */
const lineHeight = 30

const styleAt = ({ top, column }: RailPlace) =>
  column ? { top, insetInlineStart: before + column * columnWidth } : { top }

type LinkProps = {
  claim: MarkedClaim
  comments: number
  isNew: boolean
  isOpen: boolean
  onOpen: (claimId: string) => void
}

function RailLink({ claim: { id, claim, number }, comments, isNew, isOpen, onOpen }: LinkProps) {
  const t = words()
  const verdict = shortOf(claim.verdict, useScale())
  const label = [
    t('workspace.railLink', { number, verdict }),
    ...(comments > 0 ? [t('thread.count', { count: comments })] : []),
    ...(isNew ? [t('since.new')] : []),
  ].join(', ')
  return (
    <a
      href={`?claim=${id}`}
      className={isNew ? 'is-new' : undefined}
      data-rail={id}
      aria-current={isOpen ? 'true' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onOpen(id)
      }}
    >
      <VerdictMark verdict={claim.verdict} />
      <b>{number}</b>
      {comments > 0 && (
        <span className="talk">
          <Icon of={MessageSquare} size="xs" /> {comments}
        </span>
      )}
    </a>
  )
}
