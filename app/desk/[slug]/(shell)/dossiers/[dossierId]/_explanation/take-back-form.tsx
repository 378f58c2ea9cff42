'use client'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
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
  if (!isShown)
    return (
      <button type="button" className="linkbtn" onClick={() => setShown(true)}>
        {t('dossier.takeBack')}
      </button>
    )
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('why') ?? '')
    const asked = { desk: slug, dossierId, id, replaces, text }
    if (await act((client) => client.dossier.takeBack.mutate(asked), t('dossier.sent'))) setShown(false)
  }
  return (
    <form className="dos-explain" aria-label={t('dossier.takeBack')} onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor={`back-${id}`}>{t('dossier.takeBackWhy')}</label>
        <textarea id={`back-${id}`} name="why" className="textarea" dir="auto" rows={2} />
      </div>
      <SendRow {...{ problem, isBusy }} onCancel={() => setShown(false)} />
    </form>
  )
}
