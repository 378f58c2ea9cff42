'use client'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useDraft } from '@/app/_draft/use-draft'
import { SubmitButton } from '@/app/_form/submit-button'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'

/** Signs a note; what is typed stays until it is kept. */
export function AddNote({ slug, dossierId }: { slug: string; dossierId: string }) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const [id, setId] = useState(() => uuid())
  const [text, write] = useDraft(`dossier-note:${dossierId}`)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const note = { desk: slug, dossierId, id, text }
    if (!(await act((client) => client.dossier.note.mutate(note), t('dossier.noted')))) return
    write('')
    setId(uuid())
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor="note">{t('dossier.note')}</label>
        <textarea
          id="note"
          className="textarea"
          dir="auto"
          rows={4}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
      <SubmitButton className="btn" isBusy={isBusy}>
        {t('dossier.addNote')}
      </SubmitButton>
    </form>
  )
}
