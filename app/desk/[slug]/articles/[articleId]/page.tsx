import '../../../../_styles/room/coverage.css'
import '../../../../_styles/room/presence.css'
import '../../../../_styles/workspace.css'
import '../../../../_styles/claim.css'
import type { Metadata } from 'next'
import { cache } from 'react'
import { answerUnlessShut, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { ArticleShut, titleOfShut } from '../_deleted/article-shut'
import { WorkspaceDoor } from './workspace-door'

type Props = { params: Promise<{ slug: string; articleId: string }> }

/** Read once for the page and for its title. */
const read = cache(async (desk: string, articleId: string) =>
  answerUnlessShut(`/desk/${desk}/articles/${articleId}`, readBoth(desk, articleId)),
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
  const { answer, shut } = await read(slug, articleId)
  const t = words()
  return { title: answer ? t('workspace.title', { title: answer.revision.title }) : titleOfShut(shut) }
}

export default async function ArticlePage({ params }: Props) {
  const { slug, articleId } = await params
  const { answer, shut } = await read(slug, articleId)
  if (shut) return <ArticleShut slug={slug} articleId={articleId} refusal={shut} />
  return <WorkspaceDoor workspace={answer} />
}
