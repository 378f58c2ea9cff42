'use client'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useDraft } from '@/app/_draft/use-draft'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'
import { SendRow } from './send-row'

type Props = { slug: string; dossierId: string; replaces: string }

/** Asks that an approved explanation be taken back, with why; readers have it until an editor approves that. */
export function TakeBackForm({ slug, dossierId, replaces }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const [isShown, setShown] = useState(false)
  const [id] = useState(() => uuid())
  const [text, write] = useDraft(`dossier-take-back:${replaces}`)
  if (!isShown)
    return (
      <button type="button" className="linkbtn" onClick={() => setShown(true)}>
        {t('dossier.takeBack')}
      </button>
    )
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const asked = { desk: slug, dossierId, id, replaces, text }
    if (!(await act((client) => client.dossier.takeBack.mutate(asked), t('dossier.sent')))) return
    write('')
    setShown(false)
  }
  return (
    <form className="dos-explain" aria-label={t('dossier.takeBack')} onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor={`back-${id}`}>{t('dossier.takeBackWhy')}</label>
        <textarea
          id={`back-${id}`}
          className="textarea"
          dir="auto"
          rows={2}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <SendRow {...{ problem, isBusy }} onCancel={() => setShown(false)} />
    </form>
  )
}
