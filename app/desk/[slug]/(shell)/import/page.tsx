import '../../../../_styles/desk/import/draft.css'
import type { Metadata } from 'next'
import { answerFor, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { ImportPanel } from '../_home/import/import-panel'
import { Bookmarklet } from './_sent/bookmarklet'
import { SentForm } from './_sent/sent-form'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ url?: string | string[]; from?: string | string[] }>
}

export const generateMetadata = (): Metadata => ({ title: words()('import.page.title') })

/** The import by itself: where a shared address or a page from the member's browser arrives. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { url, from } = await searchParams
  const address = typeof url === 'string' ? url : ''
  const asked = new URLSearchParams({ ...(address && { url: address }), ...(from && { from: 'page' }) })
  const path = `/desk/${slug}/import?${asked}`
  const { desk, member } = await answerFor(path, (await api()).member.desk({ desk: slug }))
  const t = words()
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('import.page.title')}</h1>
        <p className="slug">
          <bdi>{desk.name}</bdi>
        </p>
      </header>
      <div className="import-alone">
        {from === 'page' ? (
          <SentForm slug={slug} />
        ) : (
          <ImportPanel slug={slug} role={member.role} address={address} />
        )}
        <Bookmarklet />
      </div>
    </main>
  )
}
