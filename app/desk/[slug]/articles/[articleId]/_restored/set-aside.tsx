'use client'
import { History } from 'lucide-react'
import { useState } from 'react'
import { saveAsFile } from '@/app/_device/save-as-file'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import { LackingClaim } from './lacking-claim'
import { useSetAside } from './use-set-aside'

/** Offers what this device holds from before the room was restored from a backup, for copying: none of it is merged. */
export function SetAside() {
  const t = words()
  const { article } = useRoom()
  const { setAside, discard } = useSetAside()
  const [isOpen, setOpen] = useState(false)
  if (!setAside) return null
  const { lacking, claims } = setAside
  return (
    <>
      <div className="banner" role="status">
        <Icon of={History} />
        <span>{t('restored.notice', { count: lacking.length })}</span>
        <button type="button" className="linkbtn" onClick={() => setOpen(true)}>
          {t('restored.look')}
        </button>
      </div>
      <Dialog title={t('restored.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{t('restored.hint')}</p>
        <ul className="lacking">
          {lacking.map((claim, place) => (
            // Copies of several restores may hold the same claim.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
            <LackingClaim key={place} claim={claim} />
          ))}
        </ul>
        <p className="row">
          <button type="button" className="btn primary" onClick={() => saveAsFile(article.id, claims)}>
            {t('workspace.saveAsFile')}
          </button>
          <button type="button" className="btn quiet" onClick={discard}>
            {t('restored.discard')}
          </button>
        </p>
      </Dialog>
    </>
  )
}
