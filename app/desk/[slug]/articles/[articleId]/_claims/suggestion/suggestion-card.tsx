'use client'
import { type KeyboardEvent, useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { isTyping } from '@/app/_keys/is-typing'
import { DiffLines } from '@/app/_text/diff-lines'
import { Avatar } from '@/app/_ui/avatar'
import { Ago } from '@/app/_ui/time'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { diffRationale, diffText } from '@/server/claim/word-diff'
import { keptText, rationaleIn, type Suggestion } from '@/server/suggestion/suggestion'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = {
  suggestion: Suggestion
  claim: Claim
  onTake: () => Promise<unknown>
  onDecline: () => Promise<unknown>
}

/** A suggested wording as a tracked change of the text as it reads now: what taking it would do is what is shown. */
export function SuggestionCard({ suggestion, claim, onTake, onDecline }: Props) {
  const t = words()
  const { member, mayEdit } = useRoom()
  const [isBusy, setIsBusy] = useState(false)
  const { by, at, field, before, after, reason } = suggestion
  const now = keptText(claim, field)
  const isOwn = by.id === member.id
  const decide = async (act: () => Promise<unknown>, said: string) => {
    if (isBusy || !mayEdit) return
    setIsBusy(true)
    await act().then(
      () => sayDone(said),
      (error) => sayWrong(sentenceOf(error)),
    )
    setIsBusy(false)
  }
  const take = () => decide(onTake, t('suggestion.taken'))
  const decline = () => decide(onDecline, t(isOwn ? 'suggestion.takenBack' : 'suggestion.declined'))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === 'y' && !isOwn) void take()
    else if (event.key === 'n') void decline()
    else return
    event.preventDefault()
  }
  return (
    <article className="suggestion" aria-label={t('suggestion.by', { name: by.name })} onKeyDown={onKeyDown}>
      <p className="by meta">
        <Avatar id={by.id} name={by.name} size="sm" />
        <b>{by.name}</b> {t(`suggestion.field.${field}`)} <Ago at={at} />
      </p>
      <div className="diff small">
        <TrackedChange field={field} now={now} after={after} claim={claim} />
      </div>
      {reason && <p className="said">{reason}</p>}
      {now !== before && <p className="missing">{t('suggestion.changedSince')}</p>}
      {mayEdit && (
        <p className="acts">
          {!isOwn && (
            <button type="button" className="btn xs" aria-disabled={isBusy || undefined} onClick={take}>
              {t('suggestion.take')}{' '}
              <span aria-hidden="true">
                <kbd>Y</kbd>
              </span>
            </button>
          )}
          <button
            type="button"
            className="btn quiet xs"
            aria-disabled={isBusy || undefined}
            onClick={decline}
          >
            {t(isOwn ? 'suggestion.takeBack' : 'suggestion.decline')}{' '}
            <span aria-hidden="true">
              <kbd>N</kbd>
            </span>
          </button>
        </p>
      )}
    </article>
  )
}

type Tracked = Pick<Suggestion, 'field' | 'after'> & { now: string; claim: Claim }

function TrackedChange({ field, now, after, claim }: Tracked) {
  if (field !== 'rationale') return <DiffLines lines={diffText(now, after)} />
  const lines = diffRationale(rationaleIn(now), rationaleIn(after))
  const isForm = lines.flat().every(({ change }) => change === 'same')
  if (isForm) return <p className="meta">{words()('history.onlyForm')}</p>
  const cite = (id: string) => {
    const at = claim.sources.findIndex((source) => source.id === id)
    return <span className="cite">{at < 0 ? '?' : at + 1}</span>
  }
  return <DiffLines lines={lines} cite={cite} />
}
