'use client'
import type { FormEvent } from 'react'
import { SubmitButton } from '@/app/_form/submit-button'
import { type ListedDossier, longestName } from '@/server/dossier/dossier'
import { words } from '@/server/words'
import { useDossierAct } from './use-dossier-act'

type Props = { slug: string; dossier: ListedDossier; onDone: () => void }

/** Gives a dossier another name. */
export function RenameForm({ slug, dossier: { id: dossierId, name }, onDone }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('name') ?? '')
    const isDone = await act(
      (client) => client.dossier.rename.mutate({ desk: slug, dossierId, name: typed }),
      t('dossier.renamed'),
    )
    if (isDone) onDone()
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor="rename">{t('dossier.name')}</label>
        <input
          id="rename"
          name="name"
          className="input"
          dir="auto"
          defaultValue={name}
          maxLength={longestName}
        />
      </div>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
      <SubmitButton className="btn primary" isBusy={isBusy}>
        {t('dossier.save')}
      </SubmitButton>
    </form>
  )
}
