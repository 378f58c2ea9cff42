'use client'
import { ArrowUpRight } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { PdfPages } from './_pdf/pdf-pages'

type Props = {
  slug: string
  draft: { id: string; file: { name: string } | null }
  /** The words of a PDF's pages; null of anything else. */
  pages: string[] | null
  /** The page that is looked at, counted from 0. */
  page: number | null
}

/** What came, as it came: a page that runs nothing, the pages of a PDF, or text. */
export function OriginalPane({ slug, draft, pages, page }: Props) {
  const t = words()
  const base = `/desk/${slug}/import/${draft.id}`
  return (
    <section className="draft-original" aria-labelledby="draft-original-h">
      <header className="spread">
        <h2 className="label" id="draft-original-h">
          {t('import.pane.original')}
        </h2>
        {draft.file && (
          <a className="metabtn" href={`${base}/file`} target="_blank" rel="noreferrer">
            {t('import.openFile')} <Icon of={ArrowUpRight} size="xs" />
          </a>
        )}
      </header>
      {pages === null ? (
        <>
          <p className="meta">{t('import.originalHint')}</p>
          <iframe title={t('import.pane.original')} src={`${base}/original`} sandbox="" />
        </>
      ) : (
        <PdfPages file={`${base}/file`} pages={pages} at={page} />
      )}
    </section>
  )
}
