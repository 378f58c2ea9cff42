'use client'
import '../_styles/entry/ways-in.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../server/refusal'
import { words } from '../../server/words'
import { useTRPC } from '../_api/client'
import { signInByPasskeyHere } from '../_api/session'
import { passkeySentence, signWithPasskeyHere } from '../_device/passkey/passkey-here'
import { useCanPasskeys } from '../_device/passkey/use-can-passkeys'

/** The way in by a passkey; not there where this browser cannot use any. */
export function PasskeyButton({ at, next }: { at: string | null; next: string }) {
  const t = words()
  const canUse = useCanPasskeys(at)
  const start = useMutation(useTRPC().passkey.startUse.mutationOptions())
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  async function enter() {
    setIsBusy(true)
    setProblem(null)
    try {
      const refusal = await signInByPasskeyHere(await signWithPasskeyHere(await start.mutateAsync()))
      // A whole new page: what the browser kept of the person before is gone with it.
      if (!refusal) return window.location.assign(next)
      setProblem(say(refusal))
    } catch (error) {
      setProblem(passkeySentence(error))
    }
    setIsBusy(false)
  }
  if (!canUse) return null
  return (
    <div className="other-way">
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="btn lg block" disabled={isBusy} onClick={enter}>
        {t('signIn.withPasskey')}
      </button>
    </div>
  )
}
