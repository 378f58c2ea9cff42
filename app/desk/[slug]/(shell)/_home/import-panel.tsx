'use client'
import { useMutation } from '@tanstack/react-query'
import { Clipboard, File as FileIcon, FileUp, Link as LinkIcon, TriangleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Role } from '../../../../../db/vocabulary'
import { kindOf } from '../../../../../server/article/article'
import { may } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { Icon } from '../../../../_ui/icon'

const ways = [
  { way: 'address', icon: LinkIcon },
  { way: 'paste', icon: Clipboard },
  { way: 'file', icon: FileIcon },
] as const
type Way = (typeof ways)[number]['way']

/** Brings an article in by address, pasted text or HTML, or a file; then its fields are looked at before it is frozen. */
export function ImportPanel({ slug, role }: { slug: string; role: Role }) {
  const t = words()
  const [way, setWay] = useState<Way>('address')
  const { open, error, isPending, fromAddress, fromContent } = useImport(slug)
  if (!may({ role }, 'import articles')) return null
  return (
    <section className="import" aria-labelledby="import-h">
      <h2 id="import-h">{t('import.title')}</h2>
      <fieldset className="seg">
        <legend className="vh">{t('import.way')}</legend>
        {ways.map(({ way: one, icon }) => (
          <button key={one} type="button" aria-pressed={one === way} onClick={() => setWay(one)}>
            <Icon of={icon} size="sm" /> {t(`import.ways.${one}`)}
          </button>
        ))}
      </fieldset>
      {error !== null && (
        <div className="field">
          <p className="err" role="alert" id="import-error">
            <Icon of={TriangleAlert} size="sm" /> {error}
          </p>
          {way === 'address' && (
            <button type="button" className="btn sm" onClick={() => setWay('paste')}>
              <Icon of={Clipboard} size="sm" /> {t('import.pasteInstead')}
            </button>
          )}
        </div>
      )}
      {way === 'address' && (
        <AddressForm isPending={isPending} isWrong={error !== null} onImport={fromAddress} />
      )}
      {way === 'paste' && <PasteForm isPending={isPending} onImport={fromContent} />}
      {way === 'file' && <FileForm isPending={isPending} onImport={fromContent} />}
      {open && <p role="status">{t('import.opening')}</p>}
    </section>
  )
}

type Content = { kind: 'text' | 'html'; content: string; name?: string; address?: string }

function useImport(slug: string) {
  const trpc = useTRPC()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const onSuccess = (imported: { articleId: string } | { draftId: string }) => {
    setOpen(true)
    router.push(
      'draftId' in imported
        ? `/desk/${slug}/import/${imported.draftId}`
        : `/desk/${slug}/articles/${imported.articleId}`,
    )
  }
  const address = useMutation(trpc.article.importAddress.mutationOptions({ onSuccess }))
  const content = useMutation(trpc.article.importContent.mutationOptions({ onSuccess }))
  const failed = address.error ?? content.error
  return {
    open,
    error: failed ? sentenceOf(failed) : null,
    isPending: address.isPending || content.isPending || open,
    fromAddress: (typed: string) => {
      content.reset()
      address.mutate({ desk: slug, address: typed })
    },
    fromContent: (arrived: Content) => {
      address.reset()
      content.mutate({ desk: slug, ...arrived })
    },
  }
}

type AddressProps = { isPending: boolean; isWrong: boolean; onImport: (address: string) => void }

function AddressForm({ isPending, isWrong, onImport }: AddressProps) {
  const t = words()
  const [address, setAddress] = useState('')
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

type ContentProps = { isPending: boolean; onImport: (content: Content) => void }

function PasteForm({ isPending, onImport }: ContentProps) {
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

function FileForm({ isPending, onImport }: ContentProps) {
  const t = words()
  const read = async (file: File | undefined) => {
    if (!file) return
    const content = await file.text()
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
