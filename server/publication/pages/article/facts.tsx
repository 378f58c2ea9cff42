import { inRow } from '../../../language/stand-apart'
import { linkOf } from '../../../source/source'
import type { PublicVersion } from '../../publication'
import { momentOf, statedDay } from '../edition'
import { type ArticleProps, correctionsIn } from './checked-article'

/** Where the article stands, who checked and approved its claims, and when. */
export function Facts({ checked, newest, edition }: ArticleProps) {
  const { say } = edition
  const versions = checked.claims.flat()
  const article = newest[0]?.content.article
  const times = versions.map(({ publishedAt }) => publishedAt).toSorted((one, other) => +one - +other)
  const [first, last] = [times[0], times.at(-1)]
  const corrections = correctionsIn(checked).length
  const people = (of: (content: PublicVersion['content']) => string[]) => [
    ...new Set(versions.flatMap(({ content }) => of(content))),
  ]
  if (!article || !first || !last) return null
  return (
    <dl className="pub-facts">
      <div>
        <dt>{say('public.article')}</dt>
        <dd>
          <Publisher article={article} />
          {article.published && `, ${statedDay(article.published, edition)}`}
        </dd>
      </div>
      <div>
        <dt>{say('public.checked')}</dt>
        <dd>{inRow(people(({ authors }) => authors))}</dd>
      </div>
      <div>
        <dt>{say('public.approved')}</dt>
        <dd>{inRow(people(({ approvedBy }) => approvedBy))}</dd>
      </div>
      <div>
        <dt>{say('public.published')}</dt>
        <dd>
          <time dateTime={first.toISOString()}>{momentOf(first, edition)}</time>
        </dd>
      </div>
      {last > first && (
        <div>
          <dt>{say('public.changed')}</dt>
          <dd>
            <time dateTime={last.toISOString()}>{momentOf(last, edition)}</time>
            {corrections > 0 && ', '}
            {corrections > 0 && (
              <a href="#corrections">{say('public.correctionCount', { count: corrections })}</a>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Publisher({ article }: { article: PublicVersion['content']['article'] }) {
  const address = linkOf(article.address ?? '')
  const name = article.publisher ?? (address ? new URL(address).host : article.title)
  if (!address) return <bdi>{name}</bdi>
  return (
    <a href={address} rel="nofollow noopener">
      <bdi>{name}</bdi>
    </a>
  )
}
