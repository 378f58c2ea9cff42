'use client'
import { useMutation } from '@tanstack/react-query'
import { Clipboard, File as FileIcon, Link as LinkIcon, TriangleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Icon } from '@/app/_ui/icon'
import type { Role } from '@/db/vocabulary'
import { may } from '@/server/member/member'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'
import { type Content, FileForm, PasteForm } from './content-forms'
import { OpenDrafts } from './open-drafts'

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
  const { open, error, isPending, fromAddress, fromContent, refuse } = useImport(slug)
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
      {way === 'file' && <FileForm isPending={isPending} onImport={fromContent} onRefused={refuse} />}
      {open && <p role="status">{t('import.opening')}</p>}
      <OpenDrafts slug={slug} />
    </section>
  )
}

function useImport(slug: string) {
  const trpc = useTRPC()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
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
    error: refused ? say(refused) : failed ? sentenceOf(failed) : null,
    isPending: address.isPending || content.isPending || open,
    fromAddress: (typed: string) => {
      setRefused(null)
      content.reset()
      address.mutate({ desk: slug, address: typed })
    },
    fromContent: (arrived: Content) => {
      setRefused(null)
      address.reset()
      content.mutate({ desk: slug, ...arrived })
    },
    refuse: setRefused,
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
