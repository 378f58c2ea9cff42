'use client'
import { useState } from 'react'
import { useTRPCClient } from '@/app/_api/client'
import { Dialog } from '@/app/_ui/dialog'
import { sayDone } from '@/app/_ui/toast'
import { words } from '@/server/words'
import { Confirm } from './confirm'
import { useDossierAct } from './use-dossier-act'

type Props = { slug: string; dossierId: string }

/** Publishes the dossier as its next version, once more asked. */
export function PublishButton(props: Props) {
  const t = words()
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setAsking(true)}>
        {t('dossier.publish')}
      </button>
      <Dialog title={t('dossier.publishTitle')} isOpen={isAsking} onClose={close}>
        <Publish {...props} onDone={close} />
      </Dialog>
    </>
  )
}

function Publish({ slug, dossierId, onDone }: Props & { onDone: () => void }) {
  const t = words()
  const client = useTRPCClient()
  const { act, problem, isBusy } = useDossierAct()
  const publish = async () => {
    let version = 0
    const send = async () => {
      version = (await client.dossier.publish.mutate({ desk: slug, dossierId })).version
    }
    if (!(await act(send))) return
    onDone()
    sayDone(t('dossier.publishedNow', { version }))
  }
  return (
    <Confirm
      {...{ problem, isBusy, onDone }}
      hint={t('dossier.publishHint')}
      label={t('dossier.publish')}
      onPress={publish}
    />
  )
}
