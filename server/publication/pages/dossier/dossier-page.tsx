import {
  apiDossierPath,
  dossierCsvPath,
  dossierPath,
  dossierSvgPath,
} from '../../../dossier/published/frozen-dossier'
import { countOf, type PublishedDossier } from '../../../dossier/published/published-dossier'
import { inRow } from '../../../language/stand-apart'
import { articlePath, feedFormats, feedPath } from '../../publication'
import { dayOf, type Edition, statedDay } from '../edition'
import { toHtml } from '../shell'
import { Ledger } from './ledger'

export type DossierProps = { dossier: PublishedDossier; edition: Edition }

/** The page of a dossier: the ledger, why figures differ, and the articles; `sheet` is the style sheet of its charts. */
export function dossierPage(dossier: PublishedDossier, edition: Edition, sheet: string): string {
  const { say, desk } = edition
  const { number, content } = dossier
  const title = say('publicDossier.title', { name: content.name })
  return toHtml({
    edition,
    title: `${title} – ${desk.name}`,
    description: leadOf({ dossier, edition }),
    canonical: dossierPath(number, content.name),
    marks: [],
    feed: `d/${number}`,
    forms: sheet,
    alternates: [{ type: 'application/json', href: apiDossierPath(number) }],
    children: <Body dossier={dossier} edition={edition} />,
  })
}

const leadOf = ({ dossier, edition: { say } }: DossierProps) =>
  say('publicDossier.lead', { articles: dossier.content.articles.length, claims: countOf(dossier) })

function Body(props: DossierProps) {
  const { dossier, edition } = props
  const { say, desk } = edition
  const { version, publishedAt, content, groups } = dossier
  const day = dayOf(publishedAt, edition)
  return (
    <main id="main" className="pub-grid dos" tabIndex={-1}>
      <header className="pub-head">
        <p className="slug">{say('publicDossier.slug')}</p>
        <h1>
          <bdi>{content.name}</bdi>
        </h1>
        <p className="pub-stand">{leadOf(props)}</p>
        <p className="meta">
          {say('publicDossier.versionLine', { version, day, desk: desk.name })} {say('publicDossier.renewed')}
        </p>
      </header>
      {groups.length === 0 && <p className="pub-sec">{say('publicDossier.noFigures')}</p>}
      {groups.map((group, index) => (
        <Ledger key={group.id} group={group} place={index + 1} {...props} />
      ))}
      <Articles {...props} />
      <Versions {...props} />
      <Taken {...props} />
    </main>
  )
}

function Articles({ dossier: { content, articleNumbers }, edition }: DossierProps) {
  return (
    <section className="pub-sec" aria-labelledby="articles">
      <h2 id="articles">{edition.say('publicDossier.articles')}</h2>
      <ul className="dos-articles">
        {content.articles.map(({ id, title, publisher, published, address }) => {
          const number = articleNumbers[id]
          const href = number ? articlePath(number, title) : address
          return (
            <li key={id}>
              {href ? (
                <a href={href} {...(!number && { rel: 'nofollow noopener' })}>
                  {title}
                </a>
              ) : (
                title
              )}{' '}
              <span className="meta">{inRow([publisher, published && statedDay(published, edition)])}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Versions({ dossier: { versions }, edition }: DossierProps) {
  const { say } = edition
  return (
    <section className="pub-sec" aria-labelledby="versions">
      <h2 id="versions">{say('publicDossier.versions')}</h2>
      <ul>
        {versions.map(({ version, at }) => (
          <li key={version}>
            <time dateTime={at.toISOString()}>
              {say('publicDossier.versionItem', { version, day: dayOf(at, edition) })}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Taken({ dossier: { number }, edition: { say } }: DossierProps) {
  return (
    <section className="pub-sec" aria-labelledby="take">
      <h2 id="take">{say('publicDossier.take')}</h2>
      <ul className="ways">
        <li>
          <a href={dossierCsvPath(number)} download={`dossier-${number}.csv`}>
            {say('publicDossier.csv')}
          </a>
        </li>
        <li>
          <a href={dossierSvgPath(number)}>{say('publicDossier.svg')}</a>
        </li>
        <li>
          <a href={apiDossierPath(number)}>{say('publicDossier.json')}</a>
        </li>
        {feedFormats.map((format) => (
          <li key={format}>
            <a href={feedPath(`d/${number}`, format)}>{say(`named.feed.${format}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
