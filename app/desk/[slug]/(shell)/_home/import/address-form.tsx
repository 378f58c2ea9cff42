'use client'
import { useState } from 'react'
import { words } from '@/server/words'

type Props = {
  given: string
  isPending: boolean
  isWrong: boolean
  onImport: (address: string) => void
}

/** The web address of an article. */
export function AddressForm({ given, isPending, isWrong, onImport }: Props) {
  const t = words()
  const [address, setAddress] = useState(given)
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault()
        onImport(address)
      }}
    >
      <label htmlFor="import-address">{t('import.address')}</label>
      <div className="row">
        <input
          id="import-address"
          className="input"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          required
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'import-error' : 'import-hint'}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" className="btn primary" disabled={isPending}>
          {t(isPending ? 'import.busy' : 'import.go')}
        </button>
      </div>
      <p className="meta" id="import-hint">
        {t('import.addressHint')}
      </p>
    </form>
  )
}
