'use client'
import { Clock, MessageSquare, TriangleAlert, UserRound } from 'lucide-react'
import { memo } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { Icon } from '@/app/_ui/icon'
import { Stage } from '@/app/_ui/stage'
import { VerdictMark } from '@/app/_ui/verdict'
import { useScale } from '@/app/_verdict/scale'
import type { Stage as StageWord } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { shortOf } from '@/server/claim/scale'
import { styleOf } from '@/server/claim/verdict'
import { initialsOf } from '@/server/member/member'
import { words } from '@/server/words'
import { NewMark } from '../../_since/new-mark'
import type { RowWork } from './filter'

type Someone = { memberId: string; name: string }
type Props = {
  claim: Claim
  number: number
  stage: StageWord
  /** Who was given this very claim. */
  assignee: { name: string } | null
  due: RowWork['due']
  /** Whether a source has changed or is gone. */
  isInDoubt: boolean
  /** Whether a claim that says the same was corrected since. */
  isOverturned: boolean
  /** Comments in threads that are not resolved. */
  comments: number
  /** Whether somebody else did something about it since this member last looked. */
  isNew: boolean
  isOpen: boolean
  here: Someone[]
  onOpen: (claimId: string) => void
  /** Null while nobody selects. */
  isSelected: boolean | null
  onToggle: (claimId: string) => void
}

/** One claim in the list: mark, number, statement (its quote until there is one), verdict, stage, who is on it. */
export const ClaimRow = memo(
  function ClaimRow(props: Props) {
    const { claim, number, stage, assignee, due, isInDoubt, isOverturned, comments, isNew, isOpen, here } =
      props
    const { onOpen, isSelected, onToggle } = props
    const t = words()
    const scale = useScale()
    const statement = claim.statement.trim()
    return (
      <li className={`claim-item ${isSelected === null ? '' : 'picks'}`}>
        {isSelected !== null && (
          <input
            type="checkbox"
            aria-label={t('work.selectClaim', { number })}
            checked={isSelected}
            onChange={() => onToggle(claim.id)}
          />
        )}
        <a
          className={`claim ${isNew ? 'is-new' : ''}`}
          data-claim={claim.id}
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
            <span className={`verdict-w ${styleOf(claim.verdict)}`}>{shortOf(claim.verdict, scale)}</span>
            <Stage stage={stage} />
            {isNew && <NewMark />}
            {isInDoubt && (
              <span className="doubt">
                <Icon of={TriangleAlert} size="xs" /> {t('evidence.inDoubt')}
              </span>
            )}
            {isOverturned && (
              <span className="doubt">
                <Icon of={TriangleAlert} size="xs" /> {t('proposition.overturned')}
              </span>
            )}
            {comments > 0 && (
              <span className="talk">
                <Icon of={MessageSquare} size="xs" />
                <span aria-hidden="true">{comments}</span>
                <span className="vh">{t('thread.count', { count: comments })}</span>
              </span>
            )}
            {assignee && (
              <span className="has" title={t('work.assignedTo', { name: assignee.name })}>
                <Icon of={UserRound} size="xs" />
                <span aria-hidden="true">{initialsOf(assignee.name)}</span>
                <span className="vh">{t('work.assignedTo', { name: assignee.name })}</span>
              </span>
            )}
            {due && (
              <span className={`due ${due}`}>
                <Icon of={Clock} size="xs" /> {t(`work.filters.${due}`).toLocaleLowerCase()}
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
    one.assignee?.name === other.assignee?.name &&
    one.due === other.due &&
    one.isInDoubt === other.isInDoubt &&
    one.isOverturned === other.isOverturned &&
    one.comments === other.comments &&
    one.isNew === other.isNew &&
    one.isOpen === other.isOpen &&
    one.isSelected === other.isSelected &&
    one.onOpen === other.onOpen &&
    namesOf(one.here) === namesOf(other.here),
)

function quoted({ selectors }: Claim): string {
  const { exact } = selectors.quote
  return exact ? `“${exact}”` : words()('claim.unreadable')
}

const namesOf = (people: Someone[]) => people.map(({ memberId }) => memberId).join()
