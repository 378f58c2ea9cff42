import { CornerDownLeft, FilePenLine, Send } from 'lucide-react'
import Link from 'next/link'
import { Avatar } from '@/app/_ui/avatar'
import { Icon } from '@/app/_ui/icon'
import { Ago, exact } from '@/app/_ui/time'
import type { ListedArticle } from '@/server/article/list/read-articles'
import { statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import { words } from '@/server/words'
import { ArticleMenu } from './article-menu'
import { useIsChangedSince } from './use-visits'

type Props = {
  slug: string
  article: ListedArticle
  people: { memberId: string; name: string }[]
  /** Null for who may not. */
  onDelete: (() => void) | null
}

/** One article: how far it is checked, what waits in it, and who is in its room now. */
export function ArticleRow({ slug, article, people, onDelete }: Props) {
  const t = words()
  const { claims, checked, closing } = article
  const isChanged = useIsChangedSince(slug, article.id, article.activeAt)
  return (
    <tr>
      <th scope="row">
        <Link href={`/desk/${slug}/articles/${article.id}`} prefetch={false}>
          <bdi>{article.title}</bdi>
        </Link>
        <span className="meta">
          {inRow([article.publisher, article.published && statedDate(article.published)])}
        </span>
      </th>
      <td>
        <span className="prog">
          <span className={`bar ${article.state === 'published' ? 'done' : ''}`} aria-hidden="true">
            <i style={{ width: claims ? `${(100 * checked) / claims}%` : 0 }} />
          </span>
          {claims ? t('desk.checked', { checked, claims }) : t('desk.noClaims')}
        </span>
      </td>
      <td>
        <State article={article} />
        {closing && (
          <span className="meta">
            {t(closing.isChanged ? 'closing.rowChanged' : 'closing.row', {
              name: closing.by,
              at: exact(closing.at),
            })}
          </span>
        )}
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
        {isChanged && <span className="art-new">{t('desk.changedSinceVisit')}</span>}
      </td>
      {onDelete && (
        <td className="acts">
          <ArticleMenu slug={slug} article={article} onDelete={onDelete} />
        </td>
      )}
    </tr>
  )
}

const worthSaying = [
  { stage: 'in-review', icon: Send },
  { stage: 'returned', icon: CornerDownLeft },
  { stage: 'changed-since', icon: FilePenLine },
] as const

/** Where the article stands in one word, and beside it the claims that somebody waits for. */
function State({ article: { state, stages } }: { article: ListedArticle }) {
  const t = words()
  return (
    <span className="art-state">
      {t(`desk.status.${state}`)}
      {worthSaying.map(({ stage, icon }) => {
        const count = stages[stage] ?? 0
        return (
          count > 0 && (
            <span key={stage} className={`rev ${stage}`}>
              <Icon of={icon} size="xs" /> {t(`desk.waiting.${stage}`, { count })}
            </span>
          )
        )
      })}
    </span>
  )
}
