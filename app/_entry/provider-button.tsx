'use client'
import '../_styles/entry/ways-in.css'
import { useState } from 'react'
import { say } from '../../server/refusal'
import { words } from '../../server/words'
import { leaveToProvider } from '../_api/session'

/** The way in by the identity provider; shown only where one is configured. */
export function ProviderButton({ provider, next }: { provider: string; next: string }) {
  const t = words()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  async function leave() {
    setIsBusy(true)
    const refusal = await leaveToProvider(next)
    if (!refusal) return
    setIsBusy(false)
    setProblem(say(refusal))
  }
  return (
    <div className="other-way">
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="btn lg block" disabled={isBusy} onClick={leave}>
        {t('signIn.withProvider', { provider })}
      </button>
    </div>
  )
}
