import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import type { ListedArticle } from '@/server/article/list/read-articles'
import { words } from '@/server/words'
import { often } from '../../approvals/use-queue'
import { ArticleRow } from './article-row'

type Props = {
  slug: string
  articles: ListedArticle[]
  /** Null for who may not. */
  onDelete: ((article: ListedArticle) => void) | null
}

/** One page of articles with who is in their rooms. */
export function ArticleTable({ slug, articles, onDelete }: Props) {
  const t = words()
  const trpc = useTRPC()
  const asked = { desk: slug, articleIds: articles.map(({ id }) => id) }
  const people = useQuery(trpc.room.people.queryOptions(asked, { refetchInterval: often }))
  const closings = useQuery(trpc.coverage.closings.queryOptions(asked, { refetchInterval: often }))
  return (
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
          {articles.map((article) => (
            <ArticleRow
              key={article.id}
              slug={slug}
              article={article}
              people={people.data?.[article.id] ?? []}
              closing={closings.data?.find(({ articleId }) => articleId === article.id) ?? null}
              onDelete={onDelete && (() => onDelete(article))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
