'use client'
import { type KeyboardEvent, useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { isTyping } from '@/app/_keys/is-typing'
import { DiffLines } from '@/app/_text/diff-lines'
import { Avatar } from '@/app/_ui/avatar'
import { Ago, useNow } from '@/app/_ui/time'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { diffRationale, diffText } from '@/server/claim/word-diff'
import { keptText, mayFinish, rationaleIn, type Suggestion } from '@/server/suggestion/suggestion'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = {
  suggestion: Suggestion
  claim: Claim
  /** Takes it, or writes its words where it was taken and they are not in the text. */
  onTake: () => Promise<unknown>
  onDecline: () => Promise<unknown>
}

/** A suggested wording as a tracked change of the text as it reads now: what taking it would do is what is shown. */
export function SuggestionCard({ suggestion, claim, onTake, onDecline }: Props) {
  const t = words()
  const { member, mayEdit } = useRoom()
  const [isBusy, setIsBusy] = useState(false)
  const { by, at, field, before, after, reason, taken } = suggestion
  const clock = useNow()
  const now = keptText(claim, field)
  const isOwn = by.id === member.id
  const mayTake = taken ? clock !== null && mayFinish(suggestion, member.id, clock) : !isOwn
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
    if (event.key === 'y' && mayTake) void take()
    else if (event.key === 'n' && !taken) void decline()
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
      {taken && (
        <p className="missing">
          {t('suggestion.takenBy', { name: taken.by.name })} <Ago at={taken.at} />{' '}
          {t(now === after ? 'suggestion.inText' : 'suggestion.notInText')}
        </p>
      )}
      {now !== before && !taken && <p className="missing">{t('suggestion.changedSince')}</p>}
      {mayEdit && (
        <p className="acts">
          {mayTake && (
            <button type="button" className="btn xs" aria-disabled={isBusy || undefined} onClick={take}>
              {t(!taken ? 'suggestion.take' : now === after ? 'suggestion.settle' : 'suggestion.finish')}{' '}
              <span aria-hidden="true">
                <kbd>Y</kbd>
              </span>
            </button>
          )}
          {!taken && (
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
          )}
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
