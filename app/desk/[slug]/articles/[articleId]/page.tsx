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

type Props = {
  params: Promise<{ slug: string; articleId: string }>
  /** `revision`: the number of an earlier one that somebody wants to look at. */
  searchParams: Promise<{ revision?: string | string[] }>
}

/** Read once for the page and for its title. */
const read = cache(async (desk: string, articleId: string, revision: number | undefined) =>
  answerUnlessShut(`/desk/${desk}/articles/${articleId}`, readBoth(desk, articleId, revision)),
)

async function readBoth(desk: string, articleId: string, revision: number | undefined) {
  const ask = await api()
  const [article, lineage] = await Promise.all([
    ask.article.read({ desk, articleId, revision }),
    ask.room.lineage({ desk, articleId }),
  ])
  return { ...article, lineage }
}

const numberIn = ({ revision }: Awaited<Props['searchParams']>): number | undefined =>
  typeof revision === 'string' && /^[1-9]\d{0,5}$/.test(revision) ? Number(revision) : undefined

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, articleId } = await params
  const { answer, shut } = await read(slug, articleId, numberIn(await searchParams))
  const t = words()
  return { title: answer ? t('workspace.title', { title: answer.revision.title }) : titleOfShut(shut) }
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { slug, articleId } = await params
  const { answer, shut } = await read(slug, articleId, numberIn(await searchParams))
  if (shut) return <ArticleShut slug={slug} articleId={articleId} refusal={shut} />
  return <WorkspaceDoor workspace={answer} />
}
