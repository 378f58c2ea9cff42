import Link from 'next/link'
import { Ago } from '@/app/_ui/time'
import { VerdictMark } from '@/app/_ui/verdict'
import { statedDate } from '@/server/date/stated-date'
import { type Found, type HitKind, type Hits, hitKinds, type Piece, shown } from '@/server/search/search'
import { words } from '@/server/words'
import { Pieces } from './pieces'
import { placeOfClaim, placeOfResults } from './place-of'

type Props = { slug: string; typed: string; all: HitKind | null; hits: Hits }

/** What was found, by kind; of one kind only where all of it was asked for. */
export function Results({ slug, typed, all, hits }: Props) {
  const t = words()
  const kinds = hitKinds.filter((kind) => hits[kind].count > 0)
  const listOf: Record<HitKind, () => React.ReactNode> = {
    articles: () =>
      hits.articles.hits.map((hit) => (
        <li key={hit.articleId}>
          <Link href={`/desk/${slug}/articles/${hit.articleId}`} className="hit-title serif" prefetch={false}>
            <Pieces of={hit.title} />
          </Link>
          <p className="meta">
            <bdi>
              <Pieces of={hit.publisher} />
            </bdi>{' '}
            {hit.published && statedDate(hit.published)}
          </p>
        </li>
      )),
    claims: () =>
      hits.claims.hits.map((hit) => (
        <li key={hit.claimId} className="has-mark">
          <VerdictMark verdict={hit.verdict} named />
          <Link href={placeOfClaim(slug, hit)} className="hit-title" prefetch={false}>
            <Pieces of={hit.statement} />
          </Link>
          <Excerpt of={hit.excerpt} />
          <p className="meta">
            <bdi>{hit.articleTitle}</bdi>
          </p>
        </li>
      )),
    sources: () =>
      hits.sources.hits.map((hit) => (
        <li key={hit.sourceId}>
          <Link href={placeOfClaim(slug, hit)} className="hit-title" prefetch={false}>
            {hit.title.length ? <Pieces of={hit.title} /> : t('search.untitled')}
          </Link>
          <Excerpt of={hit.excerpt} />
          <p className="meta" dir="auto">
            <Pieces of={hit.publisher} />
          </p>
          <p className="meta">{t('search.sourceOf', { statement: hit.statement })}</p>
        </li>
      )),
    published: () =>
      hits.published.hits.map((hit) => (
        <li key={hit.number} className="has-mark">
          <VerdictMark verdict={hit.verdict} named />
          <a href={hit.path} className="hit-title">
            <Pieces of={hit.statement} />
          </a>
          <Excerpt of={hit.excerpt} />
          <p className="meta">
            {t('search.publishedBy', { desk: hit.desk, version: hit.version })}, <Ago at={hit.publishedAt} />
          </p>
        </li>
      )),
  }
  return (
    <div className="hits">
      {all && (
        <p>
          <Link href={placeOfResults(slug, typed)}>{t('search.back')}</Link>
        </p>
      )}
      {kinds.length === 0 && (
        <div className="empty sheet">
          <p className="big">{t('search.nothingFound')}</p>
          <p>{t('search.hint')}</p>
        </div>
      )}
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`hits-${kind}`}>
          <header className="spread">
            <h2 id={`hits-${kind}`}>
              {t(`search.kind.${kind}`)} <Count found={hits[kind]} />
            </h2>
            {!all && hits[kind].count > shown.few && (
              <Link href={placeOfResults(slug, typed, kind)}>
                {t('search.more')}
                <span className="vh">: {t(`search.kind.${kind}`)}</span>
              </Link>
            )}
          </header>
          <ul className="hit-list">{listOf[kind]()}</ul>
          {all && hits[kind].count > shown.all && (
            <p className="meta">{t('search.narrow', { shown: shown.all })}</p>
          )}
        </section>
      ))}
    </div>
  )
}

function Count({ found: { count, isMore } }: { found: Found<unknown> }) {
  const t = words()
  return <span className="n">{isMore ? t('search.atLeast', { count }) : count}</span>
}

function Excerpt({ of }: { of: Piece[] | null }) {
  return (
    of && (
      <p className="excerpt serif">
        <Pieces of={of} />
      </p>
    )
  )
}
