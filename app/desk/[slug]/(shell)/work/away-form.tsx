'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone } from '@/app/_ui/toast'
import { statedDate } from '@/server/date/stated-date'
import { words } from '@/server/words'

/** Says that one is away until a day, or back again; away, all of one's work goes back to the pool. */
export function AwayForm({ slug, memberId }: { slug: string; memberId: string }) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data } = useQuery(trpc.assignment.absences.queryOptions({ desk: slug }))
  const [day, setDay] = useState('')
  const backOn = data?.find((absence) => absence.memberId === memberId)?.backOn ?? null
  const say = useMutation(
    trpc.assignment.setAway.mutationOptions({
      onSuccess: async ({ pooled }, asked) => {
        await queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() })
        sayDone(asked.backOn ? t('work.nowAway', { count: pooled }) : t('work.nowBack'))
      },
    }),
  )
  const send = (next: string | null) => {
    if (!say.isPending) say.mutate({ desk: slug, backOn: next })
  }
  return (
    <form
      className="away"
      onSubmit={(event) => {
        event.preventDefault()
        send(backOn ? null : day)
      }}
    >
      {backOn ? (
        <p>{t('work.youAreAway', { day: statedDate(backOn) })}</p>
      ) : (
        <div className="field">
          <label htmlFor="away-day">{t('work.awayUntil')}</label>
          <p className="hint" id="away-hint">
            {t('work.awayHint')}
          </p>
          <input
            id="away-day"
            className="input"
            type="date"
            required
            aria-describedby="away-hint"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
      )}
      {say.error && (
        <p className="field-wrong" role="alert">
          {sentenceOf(say.error)}
        </p>
      )}
      <button type="submit" className="btn" aria-disabled={say.isPending || undefined}>
        {t(backOn ? 'work.amBack' : 'work.amAway')}
      </button>
    </form>
  )
}
