'use client'
import { FilePlus } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import type { ListedDossier } from '@/server/dossier/dossier'
import { words } from '@/server/words'
import { Confirm } from './confirm'
import { PublishButton } from './publish-button'
import { RenameForm } from './rename-form'
import { RetractButton } from './retract-button'
import { useDossierAct } from './use-dossier-act'

type Props = {
  slug: string
  dossier: ListedDossier
  mayGather: boolean
  mayPublish: boolean
  /** Whether a line below says what readers lack, with the button beside it. */
  isAhead: boolean
  /** Whether nobody has retracted it or asked for that. */
  mayRetract: boolean
}
type Box = 'rename' | 'remove'

/** What can be done with a dossier as a whole. */
export function DossierActs({ slug, dossier, mayGather, mayPublish, isAhead, mayRetract }: Props) {
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
      {mayGather && published && mayRetract && <RetractButton slug={slug} dossierId={id} />}
      {mayPublish && !published && (
        <button type="button" className="btn quiet" onClick={() => setBox('remove')}>
          {t('dossier.remove')}
        </button>
      )}
      {mayPublish && !isAhead && <PublishButton slug={slug} dossierId={id} />}
      <Dialog title={t('dossier.rename')} isOpen={box === 'rename'} onClose={close}>
        <RenameForm slug={slug} dossier={dossier} onDone={close} />
      </Dialog>
      <Dialog title={t('dossier.removeTitle')} isOpen={box === 'remove'} onClose={close}>
        <Remove slug={slug} dossierId={id} onDone={close} />
      </Dialog>
    </div>
  )
}

type BoxProps = { slug: string; dossierId: string; onDone: () => void }

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
