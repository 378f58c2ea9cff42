'use client'
import { words } from '../../server/words'
import { Dialog } from '../_ui/dialog'
import type { useSignOut } from './use-sign-out'

/** Asks what to do with changes that are only on this device: stay, take them along as a file, or let them go. */
export function SignOutDialog(props: Omit<ReturnType<typeof useSignOut>, 'signOut'>) {
  const t = words()
  const { phase, stay, saveAndSignOut, discardAndSignOut } = props
  const isAsking = phase === 'asking'
  return (
    <Dialog title={t('device.unsent')} isOpen={phase !== null} onClose={stay}>
      <p role="status">{t(isAsking ? 'device.unsentHint' : 'device.sending')}</p>
      <p className="row">
        <button type="button" className="btn primary" onClick={stay}>
          {t('device.stay')}
        </button>
        {isAsking && (
          <>
            <button type="button" className="btn" onClick={saveAndSignOut}>
              {t('device.saveAndSignOut')}
            </button>
            <button type="button" className="btn quiet" onClick={discardAndSignOut}>
              {t('device.discardAndSignOut')}
            </button>
          </>
        )}
      </p>
    </Dialog>
  )
}
