'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { type Passkey, passkeyNameShape } from '../../../server/session/passkey/passkey'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { Field } from '../../_form/field'
import { SubmitButton } from '../../_form/submit-button'
import { useProblems } from '../../_form/use-problems'

/** Another name for a passkey, typed in its place. */
export function RenamePasskey({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const t = words()
  const router = useRouter()
  const { problems, show } = useProblems()
  const rename = useMutation(useTRPC().passkey.rename.mutationOptions())
  const field = `name-of-${passkey.id}`

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = passkeyNameShape.safeParse(new FormData(event.currentTarget).get(field))
    if (!name.success) return show([{ field, sentence: t('passkeys.nameMissing') }])
    try {
      await rename.mutateAsync({ passkeyId: passkey.id, name: name.data })
      router.refresh()
      onDone()
    } catch (error) {
      show([{ field, sentence: sentenceOf(error) }])
    }
  }

  return (
    <form method="post" noValidate onSubmit={send}>
      <Field
        label={t('passkeys.name')}
        name={field}
        defaultValue={passkey.name}
        autoComplete="off"
        autoFocus
        problems={problems}
      />
      <div className="row">
        <SubmitButton className="btn" isBusy={rename.isPending}>
          {t('passkeys.save')}
        </SubmitButton>
        <button type="button" className="btn quiet" onClick={onDone}>
          {t('passkeys.leave')}
        </button>
      </div>
    </form>
  )
}
