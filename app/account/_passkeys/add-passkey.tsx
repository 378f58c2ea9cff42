'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { passkeyNameShape } from '../../../server/session/passkey/passkey'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { makePasskeyHere, passkeySentence } from '../../_device/passkey/passkey-here'
import { Field } from '../../_form/field'
import { ProblemSummary } from '../../_form/problem'
import { SubmitButton } from '../../_form/submit-button'
import { useProblems } from '../../_form/use-problems'
import { sayDone } from '../../_ui/toast'

/** Has the device make a passkey under a name that its owner knows it by. */
export function AddPasskey() {
  const t = words()
  const trpc = useTRPC()
  const router = useRouter()
  const { problems, tries, show } = useProblems()
  const [isBusy, setIsBusy] = useState(false)
  const start = useMutation(trpc.passkey.startAdding.mutationOptions())
  const add = useMutation(trpc.passkey.add.mutationOptions())

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const name = passkeyNameShape.safeParse(new FormData(form).get('passkey'))
    if (!name.success) return show([{ field: 'passkey', sentence: t('passkeys.nameMissing') }])
    setIsBusy(true)
    try {
      await add.mutateAsync({ made: await makePasskeyHere(await start.mutateAsync()), name: name.data })
      form.reset()
      show([])
      sayDone(t('passkeys.added'))
      router.refresh()
    } catch (error) {
      show([{ field: null, sentence: passkeySentence(error) }])
    }
    setIsBusy(false)
  }

  return (
    <form method="post" noValidate onSubmit={send}>
      <ProblemSummary key={tries} title={t('passkeys.problem')} problems={problems} />
      <Field
        label={t('passkeys.name')}
        name="passkey"
        hint={t('passkeys.nameHint')}
        autoComplete="off"
        problems={problems}
      />
      <SubmitButton className="btn" isBusy={isBusy}>
        {t(isBusy ? 'passkeys.busy' : 'passkeys.add')}
      </SubmitButton>
    </form>
  )
}
