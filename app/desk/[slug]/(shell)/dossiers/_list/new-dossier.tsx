'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { SubmitButton } from '@/app/_form/submit-button'
import { longestName } from '@/server/dossier/dossier'
import { words } from '@/server/words'

/** Begins a dossier and opens it. */
export function NewDossier({ slug }: { slug: string }) {
  const t = words()
  const router = useRouter()
  // Sent again after a lost answer, it is the same one.
  const [dossierId] = useState(() => uuid())
  const add = useMutation(
    useTRPC().dossier.add.mutationOptions({
      onSuccess: () => router.push(`/desk/${slug}/dossiers/${dossierId}/articles`),
    }),
  )
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    if (!add.isPending) add.mutate({ desk: slug, dossierId, name })
  }
  return (
    <form className="dos-new" onSubmit={send}>
      <div className="field">
        <label htmlFor="dossier-name">{t('dossier.name')}</label>
        <input
          id="dossier-name"
          name="name"
          className="input"
          dir="auto"
          maxLength={longestName}
          autoComplete="off"
          aria-describedby={add.isError ? 'dossier-name-err' : undefined}
        />
      </div>
      <SubmitButton className="btn" isBusy={add.isPending}>
        {t('dossier.make')}
      </SubmitButton>
      {add.isError && (
        <p className="field-wrong" role="alert" id="dossier-name-err">
          {sentenceOf(add.error)}
        </p>
      )}
    </form>
  )
}
