'use client'
import { FilePlus } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTRPCClient } from '@/app/_api/client'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { sayDone } from '@/app/_ui/toast'
import type { ListedDossier } from '@/server/dossier/dossier'
import { words } from '@/server/words'
import { RenameForm } from './rename-form'
import { useDossierAct } from './use-dossier-act'

type Props = { slug: string; dossier: ListedDossier; mayGather: boolean; mayPublish: boolean }
type Box = 'rename' | 'publish' | 'remove'

/** What can be done with a dossier as a whole. */
export function DossierActs({ slug, dossier, mayGather, mayPublish }: Props) {
  const t = words()
  const [box, setBox] = useState<Box | null>(null)
  const { id, published } = dossier
  const close = () => setBox(null)
  return (
    <div className="row dos-acts">
      {published && (
        <a className="btn quiet" href={published.path}>
          {t('dossier.readersPage')}
        </a>
      )}
      {mayGather && (
        <>
          <button type="button" className="btn quiet" onClick={() => setBox('rename')}>
            {t('dossier.rename')}
          </button>
          <Link className="btn" href={`/desk/${slug}/dossiers/${id}/articles`}>
            <Icon of={FilePlus} /> {t('dossier.addArticle')}
          </Link>
        </>
      )}
      {mayPublish && !published && (
        <button type="button" className="btn quiet" onClick={() => setBox('remove')}>
          {t('dossier.remove')}
        </button>
      )}
      {mayPublish && (
        <button type="button" className="btn primary" onClick={() => setBox('publish')}>
          {t('dossier.publish')}
        </button>
      )}
      <Dialog title={t('dossier.rename')} isOpen={box === 'rename'} onClose={close}>
        <RenameForm slug={slug} dossier={dossier} onDone={close} />
      </Dialog>
      <Dialog title={t('dossier.publishTitle')} isOpen={box === 'publish'} onClose={close}>
        <Publish slug={slug} dossierId={id} onDone={close} />
      </Dialog>
      <Dialog title={t('dossier.removeTitle')} isOpen={box === 'remove'} onClose={close}>
        <Remove slug={slug} dossierId={id} onDone={close} />
      </Dialog>
    </div>
  )
}

type BoxProps = { slug: string; dossierId: string; onDone: () => void }

function Publish({ slug, dossierId, onDone }: BoxProps) {
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

function Remove({ slug, dossierId, onDone }: BoxProps) {
  const t = words()
  const router = useRouter()
  const { act, problem, isBusy } = useDossierAct()
  const remove = async () => {
    const isDone = await act(
      (client) => client.dossier.remove.mutate({ desk: slug, dossierId }),
      t('dossier.removed'),
    )
    if (isDone) router.push(`/desk/${slug}/dossiers`)
  }
  return (
    <Confirm
      {...{ problem, isBusy, onDone }}
      hint={t('dossier.removeHint')}
      label={t('dossier.remove')}
      onPress={remove}
    />
  )
}

type ConfirmProps = {
  hint: string
  label: string
  problem: string | null
  isBusy: boolean
  onPress: () => Promise<void>
  onDone: () => void
}

function Confirm({ hint, label, problem, isBusy, onPress, onDone }: ConfirmProps) {
  return (
    <>
      <p>{hint}</p>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <button type="button" className="btn primary" disabled={isBusy} onClick={() => void onPress()}>
          {label}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {words()('dossier.cancel')}
        </button>
      </div>
    </>
  )
}
