import { dayOf, type Edition, editionOf, momentOf, statedDay } from '../../publication/pages/edition'
import { Replies, Searched } from '../../publication/pages/parts/asked'
import { figureWords } from '../../publication/pages/parts/figure-words'
import { Stamp } from '../../publication/pages/parts/marks'
import { NotKnown, Why } from '../../publication/pages/parts/reasons'
import { Sources } from '../../publication/pages/parts/sources'
import { linkOf } from '../../source/source'
import type { GuestPage } from '../read-guest-page'
import { Answers } from './answers'
import type { Tried } from './forms'
import { toGuestHtml } from './guest-document'

type Made = { stylesheet: string; origin: string; tried: Tried | null }
type Props = { page: GuestPage; edition: Edition }

/** The page of a guest link: the frozen submission as it was when somebody asked for approval, and the guest's answers. */
export function guestPage(page: GuestPage, { stylesheet, origin, tried }: Made): string {
  const { desk, claim } = page
  const edition = editionOf(desk, { origin, stylesheet })
  return toGuestHtml({
    title: edition.say('guest.title', { desk: desk.name }),
    ...{ language: desk.language, stylesheet, desk: desk.name },
    marks: claim.verdict ? [claim.verdict] : [],
    children: (
      <main id="main" className="pub-grid claim-page guest" tabIndex={-1}>
        <Standing page={page} edition={edition} />
        <Head page={page} edition={edition} />
        <Quote page={page} edition={edition} />
        <Reasons page={page} edition={edition} />
        <Answers page={page} edition={edition} tried={tried} />
      </main>
    ),
  })
}

function Standing({ page: { standing }, edition: { say } }: Props) {
  if (standing.is === 'waiting') return null
  return (
    <p className={standing.is === 'published' ? 'guest-state' : 'guest-state bad'} role="status">
      {standing.is === 'published' ? (
        <>
          {say('guest.published', { version: standing.version })} <a href={standing.path}>{standing.path}</a>
        </>
      ) : (
        say(`guest.${standing.is}`)
      )}
    </p>
  )
}

function Head({ page, edition }: Props) {
  const { claim, scale, link, submittedAt, desk } = page
  const { say } = edition
  return (
    <header className="pub-head">
      <p className="slug">{say('guest.slug', { name: link.name })}</p>
      <h1>{claim.statement}</h1>
      <p className="guest-lead">
        {say('guest.lead', { desk: desk.name })} <q>{link.purpose}</q>
      </p>
      <Stamp verdict={claim.verdict} scale={scale} edition={edition} isLarge />
      <p className="cl-ver meta">
        {say('guest.frozen', { at: momentOf(submittedAt, edition) })}{' '}
        {say('guest.until', { day: dayOf(link.expiresAt, edition) })}
      </p>
    </header>
  )
}

function Quote({ page: { claim, context, article }, edition }: Props) {
  const { say } = edition
  const said = [claim.speaker.trim(), claim.date.trim() && statedDay(claim.date, edition)].filter(Boolean)
  const address = linkOf(article.address ?? '')
  return (
    <figure className="cl-quote">
      <blockquote>
        {context.before && <span className="ctx">{context.before}</span>}
        <q>{claim.selectors.quote.exact}</q>
        {context.after && <span className="ctx">{context.after}</span>}
      </blockquote>
      <figcaption>
        {said.length > 0 && `${said.join(', ')}. `}
        {say('public.inArticle')}{' '}
        {address ? (
          <a href={address} rel="noreferrer nofollow noopener">
            “{article.title}”
          </a>
        ) : (
          `“${article.title}”`
        )}
        {article.publisher && `, ${article.publisher}`}
        {article.published && `, ${statedDay(article.published, edition)}`}.
        {claim.figure && <span className="fig">{figureWords(claim.figure, edition)}</span>}
      </figcaption>
    </figure>
  )
}

function Reasons({ page: { claim, hash }, edition }: Props) {
  const { say } = edition
  return (
    <>
      {claim.shortAnswer.trim() && (
        <section className="pub-sec">
          <h2>{say('public.shortAnswer')}</h2>
          <p className="answer">{claim.shortAnswer}</p>
        </section>
      )}
      <Why claim={claim} language={null} edition={edition} />
      <NotKnown claim={claim} language={null} edition={edition} />
      <section className="pub-sec">
        <h2>{say('public.sources')}</h2>
        <Sources sources={claim.sources} edition={edition} />
        <dl className="seal">
          <div>
            <dt>SHA-256</dt>
            <dd>{hash}</dd>
          </div>
        </dl>
      </section>
      <Searched claim={claim} edition={edition} />
      <Replies claim={claim} edition={edition} />
    </>
  )
}
