import { linkOf } from '../../../source/source'
import type { PublicVersion } from '../../publication'
import { type Edition, statedDay } from '../edition'

type Props = { shown: PublicVersion; edition: Edition }

/** The words that were checked, who said them, and where they are read. */
export function Quote({ shown, edition }: Props) {
  const { claim, article, context } = shown.content
  const { say } = edition
  const said = [claim.speaker.trim(), claim.date.trim() && statedDay(claim.date, edition)].filter(Boolean)
  return (
    <figure className="cl-quote">
      <blockquote>
        {context.before && <span className="ctx">{context.before}</span>}
        <q>{claim.selectors.quote.exact}</q>
        {context.after && <span className="ctx">{context.after}</span>}
      </blockquote>
      <figcaption>
        {said.length > 0 && `${said.join(', ')}. `}
        {say('public.inArticle')} <Original article={article} />
        {article.publisher && `, ${article.publisher}`}
        {article.published && `, ${statedDay(article.published, edition)}`}.
        <Elsewhere shown={shown} edition={edition} />
      </figcaption>
    </figure>
  )
}

function Original({ article }: { article: PublicVersion['content']['article'] }) {
  const address = linkOf(article.address ?? '')
  if (!address) return `“${article.title}”`
  return (
    <a href={address} rel="nofollow noopener">
      “{article.title}”
    </a>
  )
}

/** Other addresses where the claim stands. */
function Elsewhere({ shown, edition: { say } }: Props) {
  const { claim, article } = shown.content
  const own = linkOf(article.address ?? '')
  const others = claim.appearances
    .flatMap(({ address }) => linkOf(address) ?? [])
    .filter((address) => address !== own)
  if (!others.length) return null
  return (
    <>
      {' '}
      {say('public.alsoAt')}{' '}
      {others.map((address, index) => (
        <span key={address}>
          {index > 0 && ', '}
          <a href={address} rel="nofollow noopener">
            {new URL(address).host}
          </a>
        </span>
      ))}
      .
    </>
  )
}
