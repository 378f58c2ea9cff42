'use client'
import { useState } from 'react'
import { kindOf } from '@/server/article/article'
import { words } from '@/server/words'

/** What arrives by paste. */
export type Content = { kind: 'text' | 'html'; content: string; address?: string }

type ContentProps = { isPending: boolean; onImport: (content: Content) => void }

/** Pasted text or HTML, and where it stands. */
export function PasteForm({ isPending, onImport }: ContentProps) {
  const t = words()
  const [content, setContent] = useState('')
  const [address, setAddress] = useState('')
  const kind = kindOf(content)
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault()
        onImport({ kind, content, address: address || undefined })
      }}
    >
      <label htmlFor="import-text">{t('import.text')}</label>
      <textarea
        id="import-text"
        className="textarea"
        rows={8}
        required
        value={content}
        onChange={(event) => setContent(event.target.value)}
      />
      <p className="meta">{t(kind === 'html' ? 'import.readAsHtml' : 'import.readAsText')}</p>
      <label htmlFor="import-where">{t('import.where')}</label>
      <input
        id="import-where"
        className="input"
        inputMode="url"
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <button type="submit" className="btn primary" disabled={isPending}>
        {t(isPending ? 'import.busy' : 'import.go')}
      </button>
    </form>
  )
}
