'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Passkey } from '../../../server/session/passkey/passkey'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { Ago } from '../../_ui/time'
import { sayDone, sayWrong } from '../../_ui/toast'
import { RenamePasskey } from './rename-passkey'

/** One passkey: since when it is there, when it was used, and what can be done with it. */
export function OnePasskey({ passkey }: { passkey: Passkey }) {
  const t = words()
  const router = useRouter()
  const [isRenamed, setIsRenamed] = useState(false)
  const remove = useMutation(
    useTRPC().passkey.remove.mutationOptions({
      onSuccess: () => sayDone(t('passkeys.removed')),
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => router.refresh(),
    }),
  )
  const { id, name } = passkey
  if (isRenamed)
    return (
      <li>
        <RenamePasskey passkey={passkey} onDone={() => setIsRenamed(false)} />
      </li>
    )
  return (
    <li>
      <span>
        {name}
        <span className="meta">
          {t('passkeys.since')} <Ago at={passkey.addedAt} /> ·{' '}
          {passkey.usedAt ? (
            <>
              {t('passkeys.used')} <Ago at={passkey.usedAt} />
            </>
          ) : (
            t('passkeys.unused')
          )}
          {passkey.isBackedUp && ` · ${t('passkeys.backedUp')}`}
        </span>
      </span>
      <button
        type="button"
        className="btn"
        aria-label={t('passkeys.renameOne', { name })}
        onClick={() => setIsRenamed(true)}
      >
        {t('passkeys.rename')}
      </button>
      <button
        type="button"
        className="btn"
        aria-label={t('passkeys.removeOne', { name })}
        disabled={remove.isPending}
        onClick={() => remove.mutate({ passkeyId: id })}
      >
        {t('passkeys.remove')}
      </button>
    </li>
  )
}
