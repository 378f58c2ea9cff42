'use client'
import { MessageSquare } from 'lucide-react'
import { memo } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { Icon } from '@/app/_ui/icon'
import { Stage } from '@/app/_ui/stage'
import { VerdictMark } from '@/app/_ui/verdict'
import type { Stage as StageWord } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { styleOf } from '@/server/claim/verdict'
import { words } from '@/server/words'

type Someone = { memberId: string; name: string }
type Props = {
  claim: Claim
  number: number
  stage: StageWord
  /** Comments in threads that are not resolved. */
  comments: number
  isOpen: boolean
  here: Someone[]
  onOpen: (claimId: string) => void
}

/** One claim in the list: mark, number, statement (its quote until there is one), verdict, stage, who is on it. */
export const ClaimRow = memo(
  function ClaimRow({ claim, number, stage, comments, isOpen, here, onOpen }: Props) {
    const t = words()
    const statement = claim.statement.trim()
    return (
      <li className="claim-item">
        <a
          className="claim"
          href={`?claim=${claim.id}`}
          aria-current={isOpen ? 'true' : undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            onOpen(claim.id)
          }}
        >
          <VerdictMark verdict={claim.verdict} />
          <span className="no">{number}</span>
          <span className={`st ${statement ? '' : 'quoted'}`}>{statement || quoted(claim)}</span>
          <span className="mt">
            <span className={`verdict-w ${styleOf(claim.verdict)}`}>
              {t(`verdictShort.${claim.verdict ?? 'unrated'}`)}
            </span>
            <Stage stage={stage} />
            {comments > 0 && (
              <span className="talk">
                <Icon of={MessageSquare} size="xs" />
                <span aria-hidden="true">{comments}</span>
                <span className="vh">{t('thread.count', { count: comments })}</span>
              </span>
            )}
          </span>
          {here.length > 0 && (
            <span className="who">
              {here.slice(0, 3).map((person) => (
                <Avatar key={person.memberId} id={person.memberId} name={person.name} size="sm" />
              ))}
            </span>
          )}
        </a>
      </li>
    )
  },
  (one, other) =>
    one.claim === other.claim &&
    one.number === other.number &&
    one.stage === other.stage &&
    one.comments === other.comments &&
    one.isOpen === other.isOpen &&
    one.onOpen === other.onOpen &&
    namesOf(one.here) === namesOf(other.here),
)

function quoted({ selectors }: Claim): string {
  const { exact } = selectors.quote
  return exact ? `“${exact}”` : words()('claim.unreadable')
}

const namesOf = (people: Someone[]) => people.map(({ memberId }) => memberId).join()
