'use client'
import { saveAsFile } from '@/app/_device/save-as-file'
import { words } from '@/server/words'
import type { Stop } from '../_room/line/stop'
import { usePlace } from '../_room/use-place'
import { useClaims, useRoom, useSaved } from '../_room/use-room'

/** What helps, besides taking one's words along as a file. */
const ways: Record<Stop, 'sign-in' | 'deleted' | 'again' | null> = {
  'signed-out': 'sign-in',
  'no-entry': null,
  deleted: 'deleted',
  'not-taken': 'again',
  'too-large': 'again',
  'too-fast': 'again',
  'too-many-windows': 'again',
}

/** Tells why the line to the room stays down while somebody writes: what waits is kept, and can be taken along. */
export function Stopped() {
  const t = words()
  const { stopped, article, desk, reconnect } = useRoom()
  const { waiting } = useSaved()
  const claims = useClaims()
  const { openId } = usePlace()
  if (!stopped) return null
  const back = `/desk/${desk.slug}/articles/${article.id}${openId ? `?claim=${openId}` : ''}`
  return (
    <section className="pop signed-out" role="alert">
      <h2>{t(`workspace.stopped.${stopped}`)}</h2>
      <p>{t(`workspace.stoppedHint.${stopped}`, { count: waiting })}</p>
      <p className="row">
        {ways[stopped] === 'sign-in' && (
          <a className="btn primary" href={`/sign-in?next=${encodeURIComponent(back)}`}>
            {t('workspace.signIn')}
          </a>
        )}
        {ways[stopped] === 'deleted' && (
          <a className="btn primary" href={`/desk/${desk.slug}/deleted`}>
            {t('workspace.toDeleted')}
          </a>
        )}
        {ways[stopped] === 'again' && (
          <button type="button" className="btn primary" onClick={reconnect}>
            {t('ui.tryAgain')}
          </button>
        )}
        <button type="button" className="btn quiet" onClick={() => saveAsFile(article.id, claims)}>
          {t('workspace.saveAsFile')}
        </button>
      </p>
    </section>
  )
}
