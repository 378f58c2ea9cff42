import '../../../../../_styles/workspace.css'
import '../../../../../_styles/claim.css'
import '../../../../../_styles/history/entries.css'
import '../../../../../_styles/history/replay.css'
import type { Metadata } from 'next'
import { cache } from 'react'
import { answerUnlessDeleted, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { ArticleDeleted } from '../../_deleted/article-deleted'
import { ReplayDoor } from './replay-door'

type Props = { params: Promise<{ slug: string; articleId: string }> }

/** Read once for the page and for its title. */
const read = cache(async (desk: string, articleId: string) =>
  answerUnlessDeleted(
    `/desk/${desk}/articles/${articleId}/history`,
    (await api()).article.read({ desk, articleId }),
  ),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, articleId } = await params
  const { answer } = await read(slug, articleId)
  const t = words()
  return { title: answer ? t('replay.pageTitle', { title: answer.revision.title }) : t('deleted.article') }
}

export default async function HistoryPage({ params }: Props) {
  const { slug, articleId } = await params
  const { answer, deleted } = await read(slug, articleId)
  if (deleted) return <ArticleDeleted slug={slug} articleId={articleId} refusal={deleted} />
  const { desk, article, revision } = answer
  return <ReplayDoor place={{ desk: desk.slug, articleId: article.id, revision }} />
}
