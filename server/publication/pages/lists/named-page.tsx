import type { NameKind } from '../../../../db/vocabulary'
import { namedPath, topicFeed } from '../../named/named'
import { feedFormats, feedPath, followPath, isRetraction } from '../../publication'
import type { Edition } from '../edition'
import { toHtml } from '../shell'
import { Item, type Listed } from './list-pages'

/** Somebody's name, every other way it is written, how many checks it stands in, and the newest of them. */
export type NamedList = {
  kind: NameKind
  slug: string
  name: string
  others: string[]
  count: number
  listed: Listed[]
}

/** The published checks that name a speaker, an outlet or a topic, newest first, how they came here, and no score. */
export function namedPage({ kind, slug, name, others, count, listed }: NamedList, edition: Edition): string {
  const { say, desk } = edition
  return toHtml({
    edition,
    title: `${say(`named.${kind}.title`, { name })} – ${desk.name}`,
    description: say(`named.${kind}.lead`, { name, count }),
    canonical: namedPath(kind, slug),
    ...(kind === 'topic' && {
      feed: topicFeed(slug),
      follow: followPath(namedPath(kind, slug)),
    }),
    isHidden: listed.every(({ isDemo }) => isDemo),
    marks: listed.flatMap((item) => (isRetraction(item) ? [] : (item.verdict ?? []))),
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say(`named.${kind}.title`, { name })}</h1>
          <p className="pub-stand">{say(`named.${kind}.lead`, { name, count })}</p>
          {others.length > 0 && <p className="meta">{say('named.others', { names: others.join(', ') })}</p>}
        </header>
        <section className="pub-sec">
          <h2>{say('named.how')}</h2>
          <p>{say(kind === 'topic' ? 'named.howTopicText' : 'named.howText')}</p>
        </section>
        {kind === 'topic' && <TopicFeeds slug={slug} edition={edition} />}
        <ol className="pub-list">
          {listed.map((item) => (
            <Item key={item.number} item={item} edition={edition} />
          ))}
        </ol>
        {count > listed.length && <p className="meta">{say('named.more', { shown: listed.length })}</p>}
      </main>
    ),
  })
}

function TopicFeeds({ slug, edition: { desk, say } }: { slug: string; edition: Edition }) {
  return (
    <section className="pub-sec">
      <h2>{say('named.follow')}</h2>
      <ul className="ways">
        {!desk.isDemo && (
          <li>
            <a href={followPath(namedPath('topic', slug))}>{say('follow.title')}</a>
          </li>
        )}
        {feedFormats.map((format) => (
          <li key={format}>
            <a href={feedPath(topicFeed(slug), format)}>{say(`named.feed.${format}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
