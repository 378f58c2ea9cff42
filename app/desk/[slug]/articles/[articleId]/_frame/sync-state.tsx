'use client'
import { Check, CloudOff, Hourglass, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import type { Saving } from '../_room/line/saving'
import { useRoom, useSaved } from '../_room/use-room'

const looks: Record<Saving['state'], { icon: LucideIcon; tone: string }> = {
  saved: { icon: Check, tone: '' },
  saving: { icon: RefreshCw, tone: 'wait' },
  offline: { icon: CloudOff, tone: 'warn' },
  syncing: { icon: RefreshCw, tone: 'wait' },
  'not-saved': { icon: TriangleAlert, tone: 'bad' },
}

/** Whether one's own edits are on the server's disk, in words. */
export function SyncState() {
  const t = words()
  const { state, waiting, onDevice } = useSaved()
  const { connection, reconnect, mayEdit } = useRoom()
  const isConnecting = connection === 'connecting' && state === 'saved'
  const { icon, tone } = isConnecting ? looks.saving : looks[state]
  const said = isConnecting
    ? t('workspace.sync.connecting')
    : state === 'saved' && !mayEdit
      ? t('workspace.sync.readOnly')
      : state === 'offline' && onDevice === null
        ? t('workspace.sync.noCopy', { count: waiting })
        : t(`workspace.sync.${state}`, { count: state === 'offline' ? (onDevice ?? 0) : waiting })
  return (
    <span className={`sync ${tone}`} role="status">
      <Icon of={icon} size="sm" /> <span className="sync-words">{said}</span>
      {state === 'not-saved' && (
        <button type="button" className="linkbtn" onClick={reconnect}>
          {t('ui.tryAgain')}
        </button>
      )}
    </span>
  )
}

/** Stands above everything while there is no line to the server, or it cannot keep what it is sent. */
export function LineBanner() {
  const t = words()
  const { connection, stopped, isStored, reconnect } = useRoom()
  const hasCopy = useSaved().onDevice !== null
  if (stopped) return null
  if (!isStored) return <NotStored />
  if (connection !== 'offline') return null
  return (
    <div className="banner" role="status">
      <Icon of={CloudOff} />
      <span>{t(hasCopy ? 'workspace.offlineBanner' : 'workspace.noCopyBanner')}</span>
      <button type="button" className="linkbtn" onClick={reconnect}>
        {t('workspace.tryNow')}
      </button>
    </div>
  )
}

/** The server is there and cannot write at this moment. */
function NotStored() {
  return (
    <div className="banner" role="status">
      <Icon of={Hourglass} />
      <span>{words()('workspace.notStored')}</span>
    </div>
  )
}
