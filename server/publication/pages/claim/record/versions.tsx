import { inRow } from '../../../../language/stand-apart'
import { isRetraction, type PublicVersion, versionPath } from '../../../publication'
import { type Edition, momentOf } from '../../edition'
import { VerdictLabel } from '../../parts/marks'

type Props = { versions: PublicVersion[]; edition: Edition; isNewest: boolean }

/** Every version up to the one shown, newest first, each under its own address. */
export function Versions({ versions, edition, isNewest }: Props) {
  const { say } = edition
  return (
    <section className="pub-sec" id="versions">
      <h2>{say('public.versions')}</h2>
      <ol className="versions">
        {versions.map((version, index) => (
          <li key={version.version}>
            <span className="vn">{version.version}</span>
            <span>
              {isRetraction(version) ? (
                <b>{say('public.retracted')}</b>
              ) : (
                <VerdictLabel
                  verdict={version.content.claim.verdict}
                  scale={version.content.scale}
                  edition={edition}
                />
              )}
              {isNewest && index === 0 && <span className="tag">{say('public.current')}</span>}
              <span className="vtext">
                <What version={version} edition={edition} />
              </span>
              {version.underReview && (
                <span className="vtext">
                  {say('public.underReview', { day: momentOf(version.underReview.at, edition) })}{' '}
                  <bdi>{version.underReview.line}</bdi>
                </span>
              )}
              <a href={versionPath(version.number, version.version)}>
                {say('public.readVersion', { version: version.version })}
              </a>
            </span>
            <span className="meta">
              <time dateTime={version.publishedAt.toISOString()}>
                {momentOf(version.publishedAt, edition)}
              </time>
              <span className="sepc">, </span>
              <br />
              {inRow(version.content.approvedBy)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function What({
  version: { kind, publicNote },
  edition: { say },
}: {
  version: PublicVersion
  edition: Edition
}) {
  if (kind === 'first') return say('public.firstPublished')
  return (
    <>
      {say(`submissionKind.${kind}`)}. <bdi>{publicNote}</bdi>
    </>
  )
}
