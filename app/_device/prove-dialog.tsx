'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { proofMinutes } from '../../server/session/proof/proof'
import { words } from '../../server/words'
import { useAsking } from '../_api/ask-proof'
import { useTRPC } from '../_api/client'
import { refusalOf, sentenceOf } from '../_api/refusal-of'
import { Field } from '../_form/field'
import { ProblemSummary, problemsIn } from '../_form/problem'
import { SubmitButton } from '../_form/submit-button'
import { useProblems } from '../_form/use-problems'
import { Dialog } from '../_ui/dialog'
import { ProveByPasskey } from './passkey/prove-by-passkey'

/** Asks who one is where an act waits for that; the act goes on by itself then. */
export function ProveDialog() {
  const t = words()
  const asking = useAsking()
  return (
    <Dialog title={t('prove.title')} isOpen={asking !== null} onClose={() => asking?.answer(false)}>
      {asking && <ProveForm onShown={() => asking.answer(true)} onLeft={() => asking.answer(false)} />}
    </Dialog>
  )
}

const shape = z.object({ proof: z.string().min(1) })

function ProveForm({ onShown, onLeft }: { onShown: () => void; onLeft: () => void }) {
  const t = words()
  const prove = useMutation(useTRPC().session.prove.mutationOptions())
  const { problems, tries, show } = useProblems()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // A box stands in the tree of what opened it: its form is not to send the one around it.
    event.stopPropagation()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const shown = shape.safeParse(typed)
    if (!shown.success) return show(problemsIn(shape, typed, { proof: t('signIn.passwordMissing') }))
    try {
      await prove.mutateAsync({ password: shown.data.proof })
      onShown()
    } catch (error) {
      const field = refusalOf(error)?.code === 'password-wrong' ? 'proof' : null
      show([{ field, sentence: sentenceOf(error) }])
    }
  }

  return (
    // Without its script the form must not put a password into the address.
    <form className="prove" method="post" noValidate onSubmit={send}>
      <p className="ink-2">{t('prove.lead', { minutes: proofMinutes })}</p>
      <ProblemSummary key={tries} title={t('prove.problem')} problems={problems} />
      <Field
        label={t('prove.password')}
        name="proof"
        type="password"
        autoComplete="current-password"
        problems={problems}
      />
      <ProveByPasskey onShown={onShown} onProblem={(sentence) => show([{ field: null, sentence }])} />
      <div className="dialog-acts">
        <button type="button" className="btn" onClick={onLeft}>
          {t('prove.leave')}
        </button>
        <SubmitButton className="btn primary" isBusy={prove.isPending}>
          {t(prove.isPending ? 'prove.busy' : 'prove.submit')}
        </SubmitButton>
      </div>
    </form>
  )
}
