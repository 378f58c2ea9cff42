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
      <p className="draft-hint">{words()('import.reviewHint')}</p>
      <DraftReview slug={slug} draft={draft} />
    </main>
  )
}
