import type { LogKind } from '../../../../db/vocabulary'
import { dossierVersionPath } from '../../../dossier/published/frozen-dossier'
import { logPath, verifyPath } from '../../log/log-paths'
import { versionPath } from '../../publication'
import { type Edition, momentOf } from '../edition'
import { toHtml } from '../shell'

/** An entry as the page lists it; `claim` and `version` are null where there is nothing to read of it. */
export type ListedEntry = {
  index: number
  kind: LogKind
  at: Date
  hash: string
  claim: number | null
  version: number | null
  /** The article from whose text words were removed; null for all else. */
  article: number | null
  /** A version of a dossier; null for all else. */
  dossier: { number: number; version: number } | null
}

export type ShownLog = { size: number; root: string; key: string; checkpoint: string; newest: ListedEntry[] }

/** What the log is, how it stands now, its newest entries, and how somebody checks it or is a witness of it. */
export function logPage({ size, root, key, checkpoint, newest }: ShownLog, edition: Edition): string {
  const { say, desk, origin } = edition
  return toHtml({
    edition,
    title: `${say('logPage.title')} – ${desk.name}`,
    description: say('logPage.lead'),
    canonical: logPath,
    marks: [],
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say('logPage.title')}</h1>
          <p className="pub-stand">{say('logPage.lead')}</p>
        </header>
        <section className="verify" aria-labelledby="now">
          <h2 id="now">{say('logPage.now')}</h2>
          <dl className="seal">
            <Line name={say('logPage.size')}>{say('logPage.entries', { count: size })}</Line>
            <Line name={say('logPage.root')}>sha256 {root}</Line>
            <Line name={say('logPage.key')}>
              <a href="/log/key">{key}</a>
            </Line>
            <Line name={say('logPage.checkpoint')}>
              <a href="/log/checkpoint">{checkpoint}</a>
            </Line>
          </dl>
        </section>
        <section className="pub-sec">
          <h2>{say('logPage.newest')}</h2>
          <ol className="versions">
            {newest.map((entry) => (
              <Entry key={entry.index} entry={entry} edition={edition} />
            ))}
          </ol>
        </section>
        <section className="pub-sec">
          <h2>{say('logPage.check')}</h2>
          <p>
            <a href={verifyPath}>{say('logPage.inBrowser')}</a> {say('logPage.checkText')}
          </p>
          <p className="citeas">
            <code>npm run proofroom -- verify-log {origin}</code>
          </p>
        </section>
        <section className="pub-sec">
          <h2>{say('logPage.witness')}</h2>
          <p>{say('logPage.witnessText')}</p>
          <p className="citeas">
            <code>npm run proofroom -- witness {origin}</code>
          </p>
        </section>
      </main>
    ),
  })
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Entry({ entry, edition }: { entry: ListedEntry; edition: Edition }) {
  const { index, kind, at, hash, claim, version, article, dossier } = entry
  const { say } = edition
  return (
    <li>
      <span className="vn">{index}</span>
      <span>
        {say(`logPage.kind.${kind}`)}
        {claim && version && (
          <>
            {', '}
            <a href={versionPath(claim, version)}>{say('logPage.version', { claim, version })}</a>
          </>
        )}
        {dossier && (
          <>
            {', '}
            <a href={dossierVersionPath(dossier.number, dossier.version)}>
              {say('logPage.dossier', { dossier: dossier.number, version: dossier.version })}
            </a>
          </>
        )}
        {article && (
          <>
            {', '}
            <a href={`/a/${article}`}>{say('logPage.article', { article })}</a>
          </>
        )}
        <span className="vtext citeas">
          <code>{hash}</code>
        </span>
      </span>
      <span className="meta">
        <time dateTime={at.toISOString()}>{momentOf(at, edition)}</time>
      </span>
    </li>
  )
}
