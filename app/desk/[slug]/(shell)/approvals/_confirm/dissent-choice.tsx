'use client'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { useScale } from '@/app/_verdict/scale'
import { labelOf } from '@/server/claim/scale'
import { type OwnVerdict, whyNotDissent } from '@/server/own-verdict/own-verdict'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'

type Props = {
  page: SubmissionPage
  slug: string
  chosenId: string | null
  onChoose: (id: string | null) => void
}

/** The own verdicts that differ from the desk's, one of which may be published beside it; one that may not says why. */
export function DissentChoice({ page, slug, chosenId, onChoose }: Props) {
  const t = words()
  const trpc = useTRPC()
  const name = useId()
  const reading = useQuery(trpc.ownVerdict.ofClaim.queryOptions({ desk: slug, claimId: page.claimId }))
  const differing = (reading.data ?? []).filter(({ verdict }) => verdict !== page.claim.verdict)
  if (page.kind === 'retraction' || (!differing.length && !reading.error)) return null
  return (
    <fieldset className="dissents">
      <legend className="label">{t('approvals.dissent')}</legend>
      <ReadState of={reading} name={t('approvals.dissent')} />
      <p className="hint">{t('approvals.dissentHint')}</p>
      <label className="radio">
        <input type="radio" name={name} checked={chosenId === null} onChange={() => onChoose(null)} />
        {t('approvals.dissentNone')}
      </label>
      {differing.map((own) => (
        <One key={own.id} {...{ own, page, name }} isChosen={own.id === chosenId} onChoose={onChoose} />
      ))}
    </fieldset>
  )
}

type OneProps = Pick<Props, 'page' | 'onChoose'> & { own: OwnVerdict; name: string; isChosen: boolean }

function One({ own, page, name, isChosen, onChoose }: OneProps) {
  const t = words()
  const scale = useScale()
  const refusal = whyNotDissent(own, { hash: page.hash, verdict: page.claim.verdict })
  const verdict = labelOf(own.verdict, scale, t)
  return (
    <label className="radio">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        aria-disabled={refusal ? true : undefined}
        onChange={() => !refusal && onChoose(own.id)}
      />
      <span>
        {t('approvals.dissentOf', { name: own.by.name, verdict })} “{own.reason}”
        {refusal && <span className="meta"> {say(refusal)}</span>}
      </span>
    </label>
  )
}
