'use client'
import '@/app/_styles/work/work.css'
import { UserRound } from 'lucide-react'
import { useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useKeepFocus } from '@/app/_keys/use-keep-focus'
import { useKeys } from '@/app/_keys/use-keys'
import { Avatar } from '@/app/_ui/avatar'
import { Icon } from '@/app/_ui/icon'
import { Ago, exact, useNow } from '@/app/_ui/time'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { ReadState } from '@/app/_ui/wait/read-state'
import { Due } from '@/app/desk/[slug]/_work/due'
import { type Assignment, idleSince, whyNotAssign } from '@/server/assignment/assignment'
import { may } from '@/server/member/member'
import { screenLocale, words } from '@/server/words'
import { useOthersIn } from '../../_presence/use-who'
import { useRoom } from '../../_room/use-room'
import { detailPane } from '../detail/detail-pane'
import { AssignDialog } from './assign-dialog'
import { useAssign, useWork, type Work } from './use-work'

type Props = {
  /** Null for the whole article. */
  claimId: string | null
  title: string
  /** Nothing is due any more: it waits for an editor, or is published. */
  isDone?: boolean
}

/** Who has a claim or the article, until when and with what said, in one line; and the ways to change that. */
export function WorkLine(props: Props) {
  const work = useWork()
  const name = words()(props.claimId === null ? 'work.ofArticle' : 'work.ofClaim')
  if (!work.reading.data) return <ReadState of={work.reading} name={name} lines={1} />
  return <Standing {...props} name={name} work={work} />
}

function Standing({ claimId, title, isDone = false, name, work }: Props & { name: string; work: Work }) {
  const t = words()
  const { member, desk } = useRoom()
  const { whole, ofClaim } = work
  const line = useRef<HTMLElement>(null)
  useKeepFocus(line)
  const standing = claimId === null ? whole : (ofClaim.get(claimId) ?? null)
  return (
    <section className="work-line" ref={line} aria-label={name}>
      {standing?.to ? (
        <Avatar id={standing.to.id} name={standing.to.name} size="sm" />
      ) : (
        <Icon of={UserRound} size="sm" />
      )}
      <p>
        {sayWho(standing, claimId, member.id)}
        {!standing?.to && claimId !== null && whole?.to && (
          <span className="meta">
            {whole.to.id === member.id ? t('work.youWhole') : t('work.whole', { name: whole.to.name })}
          </span>
        )}
        {standing?.poolReason && (
          <span className="meta">
            {t(`work.poolReason.${standing.poolReason}`, { before: standing.before?.name ?? '' })}
          </span>
        )}
        {standing?.dueAt && !isDone && <Due at={standing.dueAt} timeZone={desk.timeZone} />}
        {standing && standing.priority !== 'normal' && !isDone && (
          <span className={`priority ${standing.priority}`}>{t(`work.priority.${standing.priority}`)}</span>
        )}
        {standing && !isDone && <Idle of={standing} />}
        <OthersHere claimId={claimId} />
      </p>
      <Acts claimId={claimId} title={title} standing={standing} />
      {standing?.noteBy && standing.noteAt && (
        <p className="work-note">
          {t('work.noteOf', { name: standing.noteBy.name })} <q>{standing.note}</q>{' '}
          <span className="meta">
            <Ago at={standing.noteAt} />
          </span>
        </p>
      )}
    </section>
  )
}

function sayWho(standing: Assignment | null, claimId: string | null, myId: string): string {
  const t = words()
  const isArticle = claimId === null
  if (!standing?.to) return t(isArticle ? 'work.nobodyArticle' : 'work.nobody')
  if (standing.to.id === myId) return t(isArticle ? 'work.youArticle' : 'work.you')
  return t(isArticle ? 'work.otherArticle' : 'work.other', { name: standing.to.name })
}

function Idle({ of }: { of: Assignment }) {
  const now = useNow()
  const since = now && idleSince(of, now)
  return since && <span className="meta">{words()('work.idle', { day: exact(since) })}</span>
}

/** Who else is at the claim now, said and never enforced. */
function OthersHere({ claimId }: Pick<Props, 'claimId'>) {
  const t = words()
  const others = useOthersIn(claimId)
  const writing = others.filter(({ isWriting }) => isWriting)
  const said = writing.length > 0 ? writing : others
  if (said.length === 0) return null
  const values = { names: listed(said.map(({ name }) => name)), count: said.length }
  return <span className="meta">{t(writing.length > 0 ? 'work.writesNow' : 'work.hasItOpen', values)}</span>
}

/** What the member may do about it: take it, give it back, or open the form; nothing where the rule allows nothing. */
function Acts({
  claimId,
  title,
  standing,
}: Pick<Props, 'claimId' | 'title'> & { standing: Assignment | null }) {
  const t = words()
  const { member } = useRoom()
  const assign = useAssign()
  const now = useNow()
  const [isOpen, setIsOpen] = useState(false)
  const isMine = standing?.to?.id === member.id
  const mayAssign = may(member, 'assign work') || isMine
  const seen = standing?.id ?? null
  const asked = { seen, to: { ...member, backOn: null }, terms: null, note: '' }
  const mayTake =
    may(member, 'take on work') && now !== null && whyNotAssign(standing, asked, { member, now }) === null
  const give = async (to: string | null) => {
    try {
      await assign({ id: uuid(), claimId, seen, to, terms: null, note: '' })
      sayDone(t(to ? 'work.taken' : 'work.pooled'))
    } catch (error) {
      sayWrong(sentenceOf(error))
    }
  }
  const open = () => {
    // The box gives the focus back to where it was, which should be somewhere.
    if (document.activeElement === document.body) detailPane()?.focus()
    setIsOpen(true)
  }
  useKeys({
    a: claimId === null ? undefined : () => (mayAssign ? open() : mayTake && void give(member.id)),
  })
  return (
    <span className="acts">
      {mayTake && (
        <button type="button" className="btn xs" onClick={() => void give(member.id)}>
          {t('work.take')}
        </button>
      )}
      {isMine && (
        <button type="button" className="btn quiet xs" onClick={() => void give(null)}>
          {t('work.giveBack')}
        </button>
      )}
      {mayAssign && (
        <button type="button" className="btn quiet xs" onClick={open}>
          {t(isMine ? 'work.handOver' : standing?.to ? 'work.change' : 'work.assign')}
        </button>
      )}
      {isOpen && (
        <AssignDialog title={title} claimId={claimId} standing={standing} onClose={() => setIsOpen(false)} />
      )}
    </span>
  )
}

const listed = (names: string[]) => new Intl.ListFormat(screenLocale(), { type: 'conjunction' }).format(names)
