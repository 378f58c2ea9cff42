'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { CopyLine } from '../../_form/copy-line'
import { Field } from '../../_form/field'
import { ProblemSummary } from '../../_form/problem'
import { SubmitButton } from '../../_form/submit-button'
import { useProblems } from '../../_form/use-problems'
import { sayDone, sayWrong } from '../../_ui/toast'
import { QrCode } from './qr-code'

/** Takes a secret into an app, then shows by a code that the app has it. */
export function SetUpFactor({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const t = words()
  const trpc = useTRPC()
  const router = useRouter()
  const { problems, tries, show } = useProblems()
  const start = useMutation(
    trpc.session.startFactor.mutationOptions({ onError: (error) => sayWrong(sentenceOf(error)) }),
  )
  const confirm = useMutation(trpc.session.confirmFactor.mutationOptions())

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    try {
      onCodes(await confirm.mutateAsync({ code }))
      sayDone(t('factor.done'))
      router.refresh()
    } catch (error) {
      show([{ field: 'code', sentence: sentenceOf(error) }])
    }
  }

  if (!start.data) {
    return (
      <button type="button" className="btn" disabled={start.isPending} onClick={() => start.mutate()}>
        {t('factor.begin')}
      </button>
    )
  }
  return (
    <form method="post" noValidate onSubmit={send}>
      <ProblemSummary key={tries} title={t('factor.problem')} problems={problems} />
      <p>{t('factor.scan')}</p>
      <QrCode text={start.data.address} label={t('factor.qr')} />
      <CopyLine label={t('factor.secret')} text={start.data.secret} note={t('factor.secretNote')} />
      <Field
        label={t('factor.code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        problems={problems}
      />
      <SubmitButton className="btn primary" isBusy={confirm.isPending}>
        {t('factor.confirm')}
      </SubmitButton>
    </form>
  )
}
