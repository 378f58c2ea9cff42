'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
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

/** Gives the verdict with its reason, which is kept until then; afterwards the article opens at the claim. */
export function JudgeForm({ slug, asked }: Props) {
  const t = words()
  const router = useRouter()
  const scale = useScale() ?? houseScale()
  // Sent again after a lost answer it is the same; with other words it is another.
  const [{ id, verdict }, setGiven] = useState(() => ({ id: newId(), verdict: null as Verdict | null }))
  const [reason, writeReason] = useDraft(`second-reason:${asked.claimId}`)
  const [evidence, writeEvidence] = useDraft(`second-evidence:${asked.claimId}`)
  const [problem, setProblem] = useState<string | null>(null)
  const give = useMutation(useTRPC().secondVerdict.give.mutationOptions())
  const write = (words: string, keep: (words: string) => void) => {
    keep(words)
    setGiven({ id: newId(), verdict })
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    if (give.isPending) return
    if (!verdict) return setProblem(t('ownVerdict.pick'))
    const refusal = whyNotGive({ reason, evidence })
    if (refusal) return setProblem(say(refusal))
    try {
      await give.mutateAsync({ id, verdict, reason, evidence, desk: slug, claimId: asked.claimId })
      writeReason('')
      writeEvidence('')
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
        {scale.map(({ verdict: value, label, meaning }) => (
          <label key={value} className="radio">
            <input
              type="radio"
              name="verdict"
              checked={value === verdict}
              onChange={() => setGiven({ id: newId(), verdict: value })}
            />
            <VerdictMark verdict={value} />
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
          value={reason}
          onChange={({ target }) => write(target.value, writeReason)}
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
          value={evidence}
          aria-describedby="evidence-hint"
          onChange={({ target }) => write(target.value, writeEvidence)}
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
