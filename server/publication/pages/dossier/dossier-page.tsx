import {
  apiDossierPath,
  dossierPath,
  dossierReportPath,
  dossierVersionPath,
} from '../../../dossier/published/frozen-dossier'
import { countOf, type PublishedDossier } from '../../../dossier/published/published-dossier'
import { followPath, type PublicAnswer } from '../../publication'
import { dayOf, type Edition } from '../edition'
import { Answers } from '../parts/answers'
import { toHtml } from '../shell'
import { Articles, Cited, Retracted, Sealed, Taken, Versions } from './dossier-parts'
import { Ledger } from './ledger'

export type DossierProps = { dossier: PublishedDossier; edition: Edition }

/** The style sheet of a dossier's charts, and what the desk has answered readers about it, newest first. */
type Beside = { sheet: string; answers?: PublicAnswer[] }

/** The page of a dossier: the ledger, why figures differ, and the articles. */
export function dossierPage(dossier: PublishedDossier, edition: Edition, { sheet, answers }: Beside): string {
  const { say, desk } = edition
  const { number, content } = dossier
  const title = say('publicDossier.title', { name: content.name })
  return toHtml({
    edition,
    title: `${content.retraction ? `${say('publicDossier.retracted')}: ` : ''}${title} – ${desk.name}`,
    description: leadOf({ dossier, edition }),
    canonical: dossierPath(number, content.name),
    marks: [],
    feed: `d/${number}`,
    report: dossierReportPath(number),
    follow: followPath(`/d/${number}`),
    forms: sheet,
    alternates: [{ type: 'application/json', href: apiDossierPath(number) }],
    children: <Body dossier={dossier} edition={edition} answers={answers} />,
  })
}

/** The page of one version under its own address, with the figures that stood then; nothing on it depends on later ones. `sheet` is the style sheet of its charts. */
export function dossierVersionPage(dossier: PublishedDossier, edition: Edition, sheet: string): string {
  const { say, desk } = edition
  const { number, version, content } = dossier
  const name = say('publicDossier.title', { name: content.name })
  return toHtml({
    edition,
    title: say('publicDossier.versionTitle', { name, version, desk: desk.name }),
    description: leadOf({ dossier, edition }),
    canonical: dossierVersionPath(number, version),
    isHidden: true,
    report: dossierReportPath(number),
    marks: [],
    forms: sheet,
    children: <Body dossier={dossier} edition={edition} isVersion />,
  })
}

type BodyProps = DossierProps & { isVersion?: boolean; answers?: PublicAnswer[] }

const leadOf = ({ dossier, edition: { say } }: DossierProps) =>
  say('publicDossier.lead', { articles: dossier.content.articles.length, claims: countOf(dossier) })

function Body({ isVersion = false, answers = [], ...props }: BodyProps) {
  const { dossier, edition } = props
  const { say, desk } = edition
  const { number, version, publishedAt, content, groups } = dossier
  const day = dayOf(publishedAt, edition)
  return (
    <main id="main" className="pub-grid dos" tabIndex={-1}>
      {isVersion && (
        <p className="older">
          {say('public.versionLine', { version })} <a href={`/d/${number}`}>{`/d/${number}`}</a>
        </p>
      )}
      <Retracted {...props} />
      <header className="pub-head">
        <p className="slug">{say('publicDossier.slug')}</p>
        <h1>
          <bdi>{content.name}</bdi>
        </h1>
        <p className="pub-stand">{leadOf(props)}</p>
        <p className="meta">
          {say('publicDossier.versionLine', { version, day, desk: desk.name })}{' '}
          {say(isVersion ? 'publicDossier.asThen' : 'publicDossier.renewed')}
        </p>
      </header>
      {groups.length === 0 && <p className="pub-sec">{say('publicDossier.noFigures')}</p>}
      {groups.map((group, index) => (
        <Ledger key={group.id} group={group} place={index + 1} {...props} />
      ))}
      <Articles {...props} />
      {!isVersion && <Versions {...props} />}
      <Answers answers={answers} edition={edition} />
      <Sealed {...props} />
      <Cited {...props} />
      {!isVersion && <Taken {...props} />}
    </main>
  )
}
