import {
  apiDossierPath,
  dossierCsvPath,
  dossierProofPath,
  dossierRecordPath,
  dossierRedactionPath,
  dossierSvgPath,
  dossierVersionPath,
} from '../../../dossier/published/frozen-dossier'
import { inRow } from '../../../language/stand-apart'
import { logPath, verifyDossierPath } from '../../log/log-paths'
import { articlePath, feedFormats, feedPath } from '../../publication'
import { dayOf, statedDay } from '../edition'
import type { DossierProps } from './dossier-page'

/** Above everything else: that the desk no longer stands by the dossier, since when and why; nothing while it does. */
export function Retracted({ dossier: { content }, edition }: DossierProps) {
  const { say } = edition
  const { retraction } = content
  if (!retraction) return null
  const { text, by, approvedBy, at } = retraction
  return (
    <section className="dos-retracted" aria-label={say('publicDossier.retracted')}>
      <p>
        <b>{say('public.retraction', { day: dayOf(new Date(at), edition) })}</b> <bdi>{text}</bdi>
      </p>
      <p className="meta">{say('publicDossier.retractionText', { by, approvedBy })}</p>
    </section>
  )
}

/** The articles that are laid side by side. */
export function Articles({ dossier: { content, articleNumbers }, edition }: DossierProps) {
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

/** Every version, each under its own address. */
export function Versions({ dossier: { number, versions }, edition }: DossierProps) {
  const { say } = edition
  return (
    <section className="pub-sec" aria-labelledby="versions">
      <h2 id="versions">{say('publicDossier.versions')}</h2>
      <ul>
        {versions.map(({ version, at }) => (
          <li key={version}>
            <a href={dossierVersionPath(number, version)}>
              <time dateTime={at.toISOString()}>
                {say('publicDossier.versionItem', { version, day: dayOf(at, edition) })}
              </time>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The files in which a dossier leaves the house. */
export function Taken({ dossier: { number }, edition: { say } }: DossierProps) {
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

/** How to quote this version: on paper it is the only place that says where the dossier is read. */
export function Cited({ dossier: { number, version, publishedAt, content }, edition }: DossierProps) {
  const { say, desk, origin } = edition
  const address = origin + dossierVersionPath(number, version)
  const values = { desk: desk.name, name: content.name, version, day: dayOf(publishedAt, edition), address }
  return (
    <section className="pub-sec" aria-labelledby="cite">
      <h2 id="cite">{say('public.cite')}</h2>
      <p className="citeas">{say('publicDossier.citeText', values)}</p>
    </section>
  )
}

/** Which entry of the public log seals this version, and where and by which files that is checked. */
export function Sealed({ dossier: { number, version, versions }, edition: { say } }: DossierProps) {
  const { entry = null, removal = null } = versions.find((one) => one.version === version) ?? {}
  return (
    <section className="pub-sec" aria-labelledby="sealed">
      <h2 id="sealed">{say('publicDossier.sealed')}</h2>
      <p>
        {entry === null ? (
          say('publicDossier.notSealed')
        ) : (
          <>
            {say('publicDossier.entry', { entry })}{' '}
            <a href={verifyDossierPath(number, version)}>{say('public.verifyHere')}</a>
          </>
        )}{' '}
        <a href={logPath}>{say('logPage.title')}</a>
      </p>
      <ul className="ways">
        <li>
          <a href={dossierRecordPath(number, version)}>{say('publicDossier.record')}</a>
        </li>
        {entry !== null && (
          <li>
            <a href={dossierProofPath(number, version)}>{say('publicDossier.proof')}</a>
          </li>
        )}
        {removal !== null && (
          <li>
            <a href={dossierRedactionPath(number, version)}>{say('publicDossier.redaction')}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
