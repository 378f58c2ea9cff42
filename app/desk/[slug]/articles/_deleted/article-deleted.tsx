import Link from 'next/link'
import { EmptyPage } from '@/app/_entry/empty-page'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'
import { BringArticleBack } from './bring-article-back'

type Props = { slug: string; articleId: string; refusal: Refusal }

/** Stands where a deleted article was: who deleted it and when, and the way back. */
export function ArticleDeleted({ slug, articleId, refusal }: Props) {
  const t = words()
  return (
    <EmptyPage title={t('deleted.article')} lead={say(refusal)}>
      <BringArticleBack slug={slug} articleId={articleId} />
      <Link className="btn" href={`/desk/${slug}/deleted`}>
        {t('deleted.toList')}
      </Link>
      <Link className="btn quiet" href={`/desk/${slug}`}>
        {t('deleted.toDesk')}
      </Link>
    </EmptyPage>
  )
}
