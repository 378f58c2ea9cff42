'use client'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { kindOf, mostPageBytes } from '@/server/article/article'
import { decodeFile, isBinary } from '@/server/article/fetch/page-charset'
import type { Refusal } from '@/server/refusal'
import { words } from '@/server/words'

/** What arrives by paste or as a file. */
export type Content = { kind: 'text' | 'html'; content: string; name?: string; address?: string }

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

type FileProps = ContentProps & { onRefused: (refusal: Refusal) => void }

/** A file that is dropped or chosen. */
export function FileForm({ isPending, onImport, onRefused }: FileProps) {
  const t = words()
  const read = async (file: File | undefined) => {
    if (!file) return
    if (file.size > mostPageBytes) return onRefused({ code: 'page-too-large' })
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (isBinary(bytes)) return onRefused({ code: 'file-not-text' })
    const content = decodeFile(bytes)
    onImport({ kind: kindOf(content, file.name), content, name: file.name })
  }
  return (
    <label
      className="drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        read(event.dataTransfer.files[0])
      }}
    >
      <Icon of={FileUp} />
      <span>
        {t(isPending ? 'import.busy' : 'import.drop')} <span className="linkbtn">{t('import.choose')}</span>
      </span>
      <input
        type="file"
        className="vh"
        accept=".txt,.html,.htm,.xhtml,text/plain,text/html"
        disabled={isPending}
        onChange={(event) => read(event.target.files?.[0])}
      />
    </label>
  )
}
