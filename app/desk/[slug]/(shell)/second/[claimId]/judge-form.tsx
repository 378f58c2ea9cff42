'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone } from '@/app/_ui/toast'
import { VerdictMark } from '@/app/_ui/verdict'
import { useScale } from '@/app/_verdict/scale'
import type { Verdict } from '@/db/vocabulary'
import { houseScale } from '@/server/claim/scale'
import { say } from '@/server/refusal'
import { whyNotGive } from '@/server/second-verdict/second-verdict'
import { words } from '@/server/words'
import { DeclineButton } from './decline-button'

type Props = { slug: string; asked: { id: string; claimId: string; isDeleted: boolean } }

/** Gives the verdict with its reason; then the article opens at the claim. */
export function JudgeForm({ slug, asked }: Props) {
  const t = words()
  const router = useRouter()
  const scale = useScale() ?? houseScale()
  // Sent again after a lost answer it is the same; with other words it is another.
  const [given, setGiven] = useState({
    id: newId(),
    verdict: null as Verdict | null,
    reason: '',
    evidence: '',
  })
  const [problem, setProblem] = useState<string | null>(null)
  const give = useMutation(useTRPC().secondVerdict.give.mutationOptions())
  const change = (part: Partial<typeof given>) => setGiven({ ...given, ...part, id: newId() })

  async function send(event: FormEvent) {
    event.preventDefault()
    const { verdict, ...said } = given
    if (give.isPending) return
    if (!verdict) return setProblem(t('ownVerdict.pick'))
    const refusal = whyNotGive(said)
    if (refusal) return setProblem(say(refusal))
    try {
      await give.mutateAsync({ ...said, verdict, desk: slug, claimId: asked.claimId })
      sayDone(t('secondVerdict.isGiven'))
      router.refresh()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }

  if (asked.isDeleted) {
    return (
      <div className="notice">
        <p>{t('secondVerdict.claimDeleted')}</p>
        <DeclineButton slug={slug} id={asked.id} />
      </div>
    )
  }
  return (
    <form className="second-form" onSubmit={send} noValidate aria-describedby={problem ? 'wrong' : undefined}>
      <fieldset className="second-scale">
        <legend className="label">{t('ownVerdict.verdict')}</legend>
        {scale.map(({ verdict, label, meaning }) => (
          <label key={verdict} className="radio">
            <input
              type="radio"
              name="verdict"
              checked={given.verdict === verdict}
              onChange={() => change({ verdict })}
            />
            <VerdictMark verdict={verdict} />
            <span>
              {label} <span className="meta">{meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="reason">{t('ownVerdict.reason')}</label>
        <textarea
          id="reason"
          className="textarea"
          rows={4}
          value={given.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="evidence">{t('secondVerdict.evidence')}</label>
        <p className="hint" id="evidence-hint">
          {t('secondVerdict.evidenceHint')}
        </p>
        <textarea
          id="evidence"
          className="textarea"
          rows={3}
          value={given.evidence}
          aria-describedby="evidence-hint"
          onChange={({ target }) => change({ evidence: target.value })}
        />
      </div>
      {problem && (
        <p className="field-wrong" id="wrong" role="alert">
          {problem}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="btn primary" aria-disabled={give.isPending || undefined}>
          {t('secondVerdict.give')}
        </button>
        <DeclineButton slug={slug} id={asked.id} />
      </div>
    </form>
  )
}
