import type { ListedArticle } from '@/server/article/list/read-articles'
import type { PresentMember } from '@/server/room/socket/presence'
import { words } from '@/server/words'
import { ArticleRow } from './article-row'

type Props = {
  slug: string
  articles: ListedArticle[]
  /** Who is in which article's room now. */
  people: Record<string, PresentMember[]>
  /** Null for who may not. */
  onDelete: ((article: ListedArticle) => void) | null
}

/** One page of articles, with who is in their rooms. */
export function ArticleTable({ slug, articles, people, onDelete }: Props) {
  const t = words()
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
              people={people[article.id] ?? []}
              onDelete={onDelete && (() => onDelete(article))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
