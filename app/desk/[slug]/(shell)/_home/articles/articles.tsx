'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { namesIn } from '@/server/article/list/article-filter'
import type { ListedArticle } from '@/server/article/list/read-articles'
import { type Member, may } from '@/server/member/member'
import { words } from '@/server/words'
import { often } from '../../approvals/use-queue'
import { Chips, FilterBar } from '../filter/filter-bar'
import { PlaceLink } from '../filter/place-link'
import { SavedFilters } from '../filter/saved-filters'
import { useArticlePlace } from '../filter/use-article-place'
import { ArticleTable } from './article-table'
import { DeleteArticle } from './delete-article'
import { Pages } from './pages'

type Props = { slug: string; member: Member }

/** The articles of the desk, narrowed to what the address says, a page at a time. */
export function Articles({ slug, member }: Props) {
  const t = words()
  const { place } = useArticlePlace()
  const trpc = useTRPC()
  const people = useQuery(trpc.room.people.queryOptions({ desk: slug }, { refetchInterval: often }))
  const articles = useQuery(
    trpc.article.list.queryOptions(
      { desk: slug, ...place },
      // The list before stays until the next is there: nothing jumps while a filter is set.
      { refetchInterval: often, placeholderData: keepPreviousData },
    ),
  )
  const [leaving, setLeaving] = useState<ListedArticle | null>(null)
  const isNarrowed = namesIn(place.filter).length > 0
  const { data } = articles
  return (
    <section aria-labelledby="articles-h" aria-busy={articles.isPlaceholderData || undefined}>
      <header className="art-head">
        <h2 id="articles-h" tabIndex={-1}>
          {t('desk.articles')} {data && <span className="n">{data.total}</span>}
        </h2>
        <FilterBar slug={slug} isListed={data !== undefined} />
        <Link href={`/desk/${slug}/deleted`}>{t('deleted.link')}</Link>
      </header>
      {isNarrowed && <Chips place={place} />}
      <SavedFilters slug={slug} member={member} />
      <p className="vh" role="status">
        {data && isNarrowed && t('articles.found', { total: data.total })}
      </p>
      <ReadState of={articles} name={t('desk.articles')} />
      {data && data.total === 0 && (data.all === 0 ? <NoArticles /> : <NoneFit all={data.all} />)}
      {data && data.articles.length > 0 && (
        <ArticleTable
          slug={slug}
          articles={data.articles}
          people={people.data ?? {}}
          onDelete={may(member, 'delete articles') ? setLeaving : null}
        />
      )}
      {data && <Pages place={place} total={data.total} />}
      {leaving && <DeleteArticle slug={slug} article={leaving} onClose={() => setLeaving(null)} />}
    </section>
  )
}

function NoArticles() {
  const t = words()
  return (
    <div className="empty sheet">
      <p className="big">{t('desk.noArticles')}</p>
      <p>{t('desk.noArticlesHint')}</p>
    </div>
  )
}

function NoneFit({ all }: { all: number }) {
  const t = words()
  return (
    <div className="empty sheet">
      <p className="big">{t('articles.noneFit')}</p>
      <p>{t('articles.noneFitHint', { count: all })}</p>
      <PlaceLink className="btn" to={{ filter: {}, page: 1 }}>
        {t('articles.showAll')}
      </PlaceLink>
    </div>
  )
}
