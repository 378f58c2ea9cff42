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
import { words } from '@/server/words'
import { AddressForm } from './address-form'
import { FilesForm } from './files-form'
import { OpenDrafts } from './open-drafts'
import { type Content, PasteForm } from './paste-form'

const ways = [
  { way: 'address', icon: LinkIcon },
  { way: 'paste', icon: Clipboard },
  { way: 'file', icon: FileIcon },
] as const
type Way = (typeof ways)[number]['way']

/** `address` is one that the member came with, from another page or program. */
type Props = { slug: string; role: Role; address?: string }

/** Brings an article in by address, pasted text or HTML, or a file; then its fields are looked at before it is frozen. */
export function ImportPanel({ slug, role, address = '' }: Props) {
  const t = words()
  const [way, setWay] = useState<Way>('address')
  const { open, error, isPending, fromAddress, fromContent, goTo } = useImport(slug)
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
        <AddressForm given={address} isPending={isPending} isWrong={error !== null} onImport={fromAddress} />
      )}
      {way === 'paste' && <PasteForm isPending={isPending} onImport={fromContent} />}
      {way === 'file' && <FilesForm slug={slug} onAlone={goTo} />}
      {open && <p role="status">{t('import.opening')}</p>}
      <OpenDrafts slug={slug} />
    </section>
  )
}

function useImport(slug: string) {
  const trpc = useTRPC()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const goTo = (href: string) => {
    setOpen(true)
    router.push(href)
  }
  const onSuccess = (imported: { articleId: string } | { draftId: string }) =>
    goTo(
      'draftId' in imported
        ? `/desk/${slug}/import/${imported.draftId}`
        : `/desk/${slug}/articles/${imported.articleId}`,
    )
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
    goTo,
  }
}
