import '../../../../../_styles/desk/import/draft.css'
import type { Metadata } from 'next'
import { words } from '../../../../../../server/words'
import { answerFor, api } from '../../../../../_api/server'
import { DraftReview } from './draft-review'

type Props = { params: Promise<{ slug: string; draftId: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('import.review') })

export default async function DraftPage({ params }: Props) {
  const { slug, draftId } = await params
  const path = `/desk/${slug}/import/${draftId}`
  const draft = await answerFor(path, (await api()).article.draft({ desk: slug, draftId }))
  const drafts = await answerFor(path, (await api()).article.drafts({ desk: slug }))
  const others = drafts.filter(({ id }) => id !== draftId)
  // Files were sent in the order in which they are looked at; the list has the newest first.
  const next = others.at(-1) ?? null
  return (
    <main className="desk draft" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{words()('import.review')}</h1>
        {draft.address && (
          <a className="slug trunc" href={draft.address} rel="noreferrer">
            {draft.address}
          </a>
        )}
      </header>
      <p className="draft-hint">
        {words()('import.reviewHint')}{' '}
        {next && <span className="meta">{words()('import.more', { count: others.length })}</span>}
      </p>
      <DraftReview key={draftId} slug={slug} draft={draft} nextId={next?.id ?? null} />
    </main>
  )
}
