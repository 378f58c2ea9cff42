'use client'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { words } from '@/server/words'
import { SendRow } from '../_explanation/send-row'
import { useDossierAct } from './use-dossier-act'

type Props = { slug: string; dossierId: string }

/** Asks that readers be told that the desk no longer stands by the dossier, with why; an editor approves it. */
export function RetractButton(props: Props) {
  const t = words()
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <button type="button" className="btn quiet" onClick={() => setAsking(true)}>
        {t('dossier.retract')}
      </button>
      <Dialog title={t('dossier.retractTitle')} isOpen={isAsking} onClose={close}>
        <RetractForm {...props} onDone={close} />
      </Dialog>
    </>
  )
}

function RetractForm({ slug, dossierId, onDone }: Props & { onDone: () => void }) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const [id] = useState(() => uuid())
  const [text, write] = useDraft(`dossier-retract:${dossierId}`)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const asked = { desk: slug, dossierId, id, text }
    if (!(await act((client) => client.dossier.askRetraction.mutate(asked), t('dossier.sent')))) return
    write('')
    onDone()
  }
  return (
    <form className="dos-explain" onSubmit={(event) => void send(event)}>
      <p>{t('dossier.retractHint')}</p>
      <div className="field">
        <label htmlFor="retract-why">{t('dossier.retractWhy')}</label>
        <textarea
          id="retract-why"
          className="textarea"
          dir="auto"
          rows={3}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <SendRow {...{ problem, isBusy }} onCancel={onDone} />
    </form>
  )
}
