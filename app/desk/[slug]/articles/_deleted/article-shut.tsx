import Link from 'next/link'
import { EmptyPage } from '@/app/_entry/empty-page'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'
import { BringArticleBack } from './bring-article-back'

type Props = { slug: string; articleId: string; refusal: Refusal }

/** Stands where an article cannot be opened: who deleted it and the way back, or which claim of it is to be judged first. */
export function ArticleShut({ slug, articleId, refusal }: Props) {
  const t = words()
  return (
    <EmptyPage title={titleOfShut(refusal)} lead={say(refusal)}>
      {isDeleted(refusal) ? (
        <>
          <BringArticleBack slug={slug} articleId={articleId} />
          <Link className="btn" href={`/desk/${slug}/deleted`}>
            {t('deleted.toList')}
          </Link>
        </>
      ) : (
        <Link className="btn primary" href={`/desk/${slug}/second/${refusal.values?.claimId}`}>
          {t('secondVerdict.toTask')}
        </Link>
      )}
      <Link className="btn quiet" href={`/desk/${slug}`}>
        {t('deleted.toDesk')}
      </Link>
    </EmptyPage>
  )
}

export const titleOfShut = (refusal: Refusal) =>
  words()(isDeleted(refusal) ? 'deleted.article' : 'secondVerdict.shut')

const isDeleted = ({ code }: Refusal) => code === 'article-deleted'
