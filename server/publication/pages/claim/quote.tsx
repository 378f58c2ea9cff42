import { clock, momentAmong } from '../../../article/speech/recording'
import { toldLine } from '../../../revision/told-passage'
import { linkOf } from '../../../source/source'
import { type Named, namedPath, nameOf } from '../../named/named'
import type { PublicVersion } from '../../publication'
import { type Edition, statedDay } from '../edition'
import { figureWords } from '../parts/figure-words'
import { articleWords } from '../parts/own-words'

type Props = { shown: PublicVersion; edition: Edition }

/** The words that were checked, who said them, and where they are read. */
export function Quote({ shown, edition }: Props) {
  const { claim, article, context, passage } = shown.content
  const { say } = edition
  const day = claim.date.trim() && statedDay(claim.date, edition)
  const outlet = nameOf('outlet', article.publisher ?? '')
  const speaker = nameOf('speaker', claim.speaker)
  return (
    <figure className="cl-quote">
      <blockquote {...articleWords(article.language, edition)}>
        {context.before && <span className="ctx">{context.before}</span>}
        <q>{claim.selectors.quote.exact}</q>
        {context.after && <span className="ctx">{context.after}</span>}
      </blockquote>
      <figcaption>
        {speaker ? <NameLink named={speaker} /> : <bdi>{claim.speaker.trim()}</bdi>}
        {claim.speaker.trim() && day && ', '}
        {day}
        {(claim.speaker.trim() || day) && '. '}
        {say('public.inArticle')} <Original article={article} edition={edition} />
        {outlet && ', '}
        {outlet && <NameLink named={outlet} />}
        {article.published && `, ${statedDay(article.published, edition)}`}.
        <Moment shown={shown} edition={edition} />
        <Elsewhere shown={shown} edition={edition} />
        {passage && <span className="since">{toldLine(passage, edition.desk, edition.say)}</span>}
        {claim.figure && <span className="fig">{figureWords(claim.figure, edition)}</span>}
      </figcaption>
    </figure>
  )
}

function NameLink({ named: { kind, name, spelling } }: { named: Named }) {
  return (
    <a href={namedPath(kind, spelling)}>
      <bdi>{name}</bdi>
    </a>
  )
}

type OriginalProps = { article: PublicVersion['content']['article']; edition: Edition }

function Original({ article, edition }: OriginalProps) {
  const address = linkOf(article.address ?? '')
  const mark = articleWords(article.language, edition)
  const title = <bdi {...mark}>“{article.title}”</bdi>
  if (!address) return title
  return (
    <a href={address} rel="nofollow noopener">
      {title}
    </a>
  )
}

const addressesOf = ({ content }: PublicVersion) =>
  content.claim.appearances.flatMap(({ address }) => linkOf(address) ?? [])

/** Where the recording can be heard from the second at which it was said. */
function Moment({ shown, edition: { say } }: Props) {
  const moment = momentAmong(addressesOf(shown))
  if (!moment) return null
  return (
    <>
      {' '}
      <a href={moment.address} rel="nofollow noopener">
        {say('public.atMoment', { time: clock(moment.second) })}
      </a>
      .
    </>
  )
}

/** Other addresses where the claim stands. */
function Elsewhere({ shown, edition: { say } }: Props) {
  const addresses = addressesOf(shown)
  const told = [linkOf(shown.content.article.address ?? ''), momentAmong(addresses)?.address]
  const others = addresses.filter((address) => !told.includes(address))
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
