import '../../../../../_styles/workspace.css'
import '../../../../../_styles/claim.css'
import '../../../../../_styles/history/entries.css'
import '../../../../../_styles/history/replay.css'
import type { Metadata } from 'next'
import { cache } from 'react'
import { answerUnlessShut, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { ArticleShut, titleOfShut } from '../../_deleted/article-shut'
import { ReplayDoor } from './replay-door'

type Props = { params: Promise<{ slug: string; articleId: string }> }

/** Read once for the page and for its title. */
const read = cache(async (desk: string, articleId: string) =>
  answerUnlessShut(`/desk/${desk}/articles/${articleId}/history`, readBoth(desk, articleId)),
)

async function readBoth(desk: string, articleId: string) {
  const ask = await api()
  const [article, { passages }] = await Promise.all([
    ask.article.read({ desk, articleId }),
    ask.revision.ofArticle({ desk, articleId }),
  ])
  return { ...article, passages }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, articleId } = await params
  const { answer, shut } = await read(slug, articleId)
  const t = words()
  return { title: answer ? t('replay.pageTitle', { title: answer.revision.title }) : titleOfShut(shut) }
}

export default async function HistoryPage({ params }: Props) {
  const { slug, articleId } = await params
  const { answer, shut } = await read(slug, articleId)
  if (shut) return <ArticleShut slug={slug} articleId={articleId} refusal={shut} />
  const { desk, article, revision, passages } = answer
  return <ReplayDoor place={{ desk: desk.slug, articleId: article.id, revision, passages }} />
}
