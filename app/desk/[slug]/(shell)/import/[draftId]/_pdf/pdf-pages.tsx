'use client'
import { words } from '@/server/words'
import { useDrawnPage } from './use-drawn-page'
import { useFollowPage } from './use-follow-page'
import { type Pdf, usePdf } from './use-pdf'

type Props = {
  file: string
  /** The words of each page. */
  pages: string[]
  /** The page on which the block begins that has the focus, counted from 0. */
  at: number | null
}

/** The pages of a PDF as they look, following the text beside them; where it cannot be drawn, their words. */
export function PdfPages({ file, pages, at }: Props) {
  const pdf = usePdf(file)
  const pane = useFollowPage(at)
  return (
    <section
      className="draft-pages"
      ref={pane}
      data-pages
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
      tabIndex={0}
      aria-label={words()('import.pane.original')}
    >
      {pages.map((text, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <Page key={page} pdf={pdf} number={page + 1} text={text} />
      ))}
    </section>
  )
}

function Page({ pdf, number, text }: { pdf: Pdf; number: number; text: string }) {
  const name = words()('import.pageOf', { number })
  const canvas = useDrawnPage(pdf, number)
  return (
    <section data-page={number}>
      <h3 className="meta">{name}</h3>
      {pdf !== 'failed' && <canvas ref={canvas} role="img" aria-label={name} width={0} height={0} />}
      <p className={pdf === 'failed' ? '' : 'vh'} dir="auto">
        {text}
      </p>
    </section>
  )
}
