'use client'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import Link from 'next/link'
import { useState } from 'react'
import { type Member, may } from '@/server/member/member'
import { statedDate } from '@/server/stated-date'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { Avatar } from '../../../../_ui/avatar'
import { Ago } from '../../../../_ui/time'
import { often } from '../approvals/use-queue'
import { ArticleMenu } from './article-menu'
import { DeleteArticle } from './delete-article'

export type Article = inferOutput<ReturnType<typeof useTRPC>['article']['list']>[number]

type Props = { slug: string; member: Member }

/** Every article of the desk with how far it is checked and who is in its room now. */
export function Articles({ slug, member }: Props) {
  const t = words()
  const trpc = useTRPC()
  const articles = useQuery(trpc.article.list.queryOptions({ desk: slug }, { refetchInterval: often }))
  const [leaving, setLeaving] = useState<Article | null>(null)
  const onDelete = may(member, 'delete articles') ? setLeaving : null
  const articleIds = articles.data?.map(({ id }) => id) ?? []
  const people = useQuery(
    trpc.room.people.queryOptions(
      { desk: slug, articleIds },
      { refetchInterval: often, enabled: articleIds.length > 0 },
    ),
  )
  return (
    <section aria-labelledby="articles-h">
      <header className="spread art-head">
        <h2 id="articles-h">{t('desk.articles')}</h2>
        <Link href={`/desk/${slug}/deleted`}>{t('deleted.link')}</Link>
      </header>
      {articles.isError && <p className="notice bad">{sentenceOf(articles.error)}</p>}
      {articles.isPending && <Skeleton />}
      {articles.data?.length === 0 && (
        <div className="empty sheet">
          <p className="big">{t('desk.noArticles')}</p>
          <p>{t('desk.noArticlesHint')}</p>
        </div>
      )}
      {articles.data && articles.data.length > 0 && (
        <div className="table-scroll">
          <table className="table arts">
            <thead>
              <tr>
                <th scope="col">{t('desk.column.article')}</th>
                <th scope="col">{t('desk.column.checked')}</th>
                <th scope="col">{t('desk.column.status')}</th>
                <th scope="col">{t('desk.column.room')}</th>
                <th scope="col" className="n">
                  {t('desk.column.activity')}
                </th>
                {onDelete && (
                  <th scope="col">
                    <span className="vh">{t('deleted.acts')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {articles.data.map((article) => (
                <Row
                  key={article.id}
                  slug={slug}
                  article={article}
                  people={people.data?.[article.id] ?? []}
                  onDelete={onDelete && (() => onDelete(article))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leaving && <DeleteArticle slug={slug} article={leaving} onClose={() => setLeaving(null)} />}
    </section>
  )
}

type RowProps = {
  slug: string
  article: Article
  people: { memberId: string; name: string }[]
  /** Null for who may not. */
  onDelete: (() => void) | null
}

function Row({ slug, article, people, onDelete }: RowProps) {
  const t = words()
  const { claims, checked } = article
  const isDone = claims > 0 && article.publishedClaims === claims
  return (
    <tr>
      <th scope="row">
        <Link href={`/desk/${slug}/articles/${article.id}`}>{article.title}</Link>
        <span className="meta">
          {[article.publisher, article.published && statedDate(article.published)].filter(Boolean).join(', ')}
        </span>
      </th>
      <td>
        <span className="prog">
          <span className={`bar ${isDone ? 'done' : ''}`}>
            <i style={{ width: claims ? `${(100 * checked) / claims}%` : 0 }} />
          </span>
          {claims ? t('desk.checked', { checked, claims }) : t('desk.noClaims')}
        </span>
      </td>
      <td>
        {t(isDone ? 'desk.status.published' : claims ? 'desk.status.checking' : 'desk.status.notStarted')}
      </td>
      <td>
        {people.length === 0 && <span className="ink-3">{t('desk.emptyRoom')}</span>}
        <span className="avatars">
          {people.map(({ memberId, name }) => (
            <Avatar key={memberId} id={memberId} name={name} />
          ))}
        </span>
      </td>
      <td className="n meta">
        <Ago at={article.activeAt} />
      </td>
      {onDelete && (
        <td className="acts">
          <ArticleMenu article={article} onDelete={onDelete} />
        </td>
      )}
    </tr>
  )
}

function Skeleton() {
  return (
    <div className="empty" aria-hidden="true">
      {['70%', '55%', '62%'].map((width) => (
        <span key={width} className="sk late" style={{ width }} />
      ))}
    </div>
  )
}
