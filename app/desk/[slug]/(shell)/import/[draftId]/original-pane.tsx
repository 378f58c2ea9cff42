'use client'
import { ArrowUpRight } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { usePdfViewer } from './use-pdf-viewer'

type Props = { slug: string; draft: { id: string; file: { name: string } | null; pages: string | null } }

/** What came, as it came: a page that runs nothing, the pages of a PDF, or text. */
export function OriginalPane({ slug, draft }: Props) {
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
      {draft.pages === null ? (
        <>
          <p className="meta">{t('import.originalHint')}</p>
          <iframe title={t('import.pane.original')} src={`${base}/original`} sandbox="" />
        </>
      ) : (
        <PdfPages file={`${base}/file`} pages={draft.pages.split('\f')} />
      )}
    </section>
  )
}

// A browser's own viewer does not work in a sandbox; the file's policy lets it reach nothing.
function PdfPages({ file, pages }: { file: string; pages: string[] }) {
  const t = words()
  const hasViewer = usePdfViewer()
  if (hasViewer) return <iframe title={t('import.pane.original')} src={file} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="draft-pages" tabIndex={0} aria-label={t('import.pane.original')}>
      {pages.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <section key={at}>
          <h3 className="meta">{t('import.pageOf', { number: at + 1 })}</h3>
          <p dir="auto">{text}</p>
        </section>
      ))}
    </section>
  )
}
