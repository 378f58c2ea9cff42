'use client'
import '../../_styles/entry/ways-in.css'
import type { Passkey } from '../../../server/session/passkey/passkey'
import { words } from '../../../server/words'
import { useCanPasskeys } from '../../_device/passkey/use-can-passkeys'
import { AddPasskey } from './add-passkey'
import { OnePasskey } from './one-passkey'

type Props = { at: string | null; passkeys: Passkey[] }

/** One's passkeys, each with its name, and the way to add one where this browser can. */
export function PasskeysSection({ at, passkeys }: Props) {
  const t = words()
  const canUse = useCanPasskeys(at)
  return (
    <section className="setting" aria-labelledby="passkeys">
      <header>
        <h2 id="passkeys">{t('passkeys.title')}</h2>
        <p className="ink-2">{t('passkeys.lead')}</p>
      </header>
      <div className="own">
        {passkeys.length > 0 ? (
          <ul className="passkeys">
            {passkeys.map((passkey) => (
              <OnePasskey key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        ) : (
          <p>{t('passkeys.none')}</p>
        )}
        {canUse ? (
          <AddPasskey />
        ) : (
          <p className="ink-2">{t(at ? 'passkeys.notHere' : 'passkeys.notOffered')}</p>
        )}
      </div>
    </section>
  )
}
