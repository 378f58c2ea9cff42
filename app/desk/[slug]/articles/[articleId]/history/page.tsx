import '../../../../../_styles/workspace.css'
import '../../../../../_styles/claim.css'
import '../../../../../_styles/history/entries.css'
import '../../../../../_styles/history/replay.css'
import type { Metadata } from 'next'
import { cache } from 'react'
import { answerFor, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { ReplayDoor } from './replay-door'

type Props = { params: Promise<{ slug: string; articleId: string }> }

/** Read once for the page and for its title. */
const read = cache(async (desk: string, articleId: string) =>
  answerFor(`/desk/${desk}/articles/${articleId}/history`, (await api()).article.read({ desk, articleId })),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, articleId } = await params
  const { revision } = await read(slug, articleId)
  return { title: words()('replay.pageTitle', { title: revision.title }) }
}

export default async function HistoryPage({ params }: Props) {
  const { slug, articleId } = await params
  const { desk, article, revision } = await read(slug, articleId)
  return <ReplayDoor place={{ desk: desk.slug, articleId: article.id, revision }} />
}
