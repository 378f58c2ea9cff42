import '../../../../_styles/room/presence.css'
import '../../../../_styles/workspace.css'
import '../../../../_styles/claim.css'
import type { Metadata } from 'next'
import { cache } from 'react'
import { answerUnlessDeleted, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { ArticleDeleted } from '../_deleted/article-deleted'
import { WorkspaceDoor } from './workspace-door'

type Props = { params: Promise<{ slug: string; articleId: string }> }

/** Read once for the page and for its title. */
const read = cache(async (desk: string, articleId: string) =>
  answerUnlessDeleted(`/desk/${desk}/articles/${articleId}`, readBoth(desk, articleId)),
)

async function readBoth(desk: string, articleId: string) {
  const ask = await api()
  const [article, lineage] = await Promise.all([
    ask.article.read({ desk, articleId }),
    ask.room.lineage({ desk, articleId }),
  ])
  return { ...article, lineage }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, articleId } = await params
  const { answer } = await read(slug, articleId)
  const t = words()
  return { title: answer ? t('workspace.title', { title: answer.revision.title }) : t('deleted.article') }
}

export default async function ArticlePage({ params }: Props) {
  const { slug, articleId } = await params
  const { answer, deleted } = await read(slug, articleId)
  if (deleted) return <ArticleDeleted slug={slug} articleId={articleId} refusal={deleted} />
  return <WorkspaceDoor workspace={answer} />
}
