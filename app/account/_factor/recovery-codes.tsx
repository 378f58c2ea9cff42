'use client'
import { words } from '../../../server/words'

/** Codes for the day the phone is gone: shown once, each works once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = words()
  return (
    <div className="notice" role="status" tabIndex={-1} ref={focus}>
      <h3 className="label">{t('factor.codes')}</h3>
      <p>{t('factor.codesLead')}</p>
      <ul className="recovery-codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  )
}

// Of one identity for all renders: the codes take the focus when they appear, for they are shown once.
function focus(codes: HTMLElement | null): void {
  codes?.focus()
}
