import { claimPath, type PublicVersion } from '../../publication'
import { dayOf } from '../edition'
import { type ArticleProps, correctionsIn } from './checked-article'

/** What was changed after it was published, and why. */
export function Corrections({ checked, newest, edition }: ArticleProps) {
  const { say } = edition
  const corrections = correctionsIn(checked)
  return (
    <section className="pub-sec" id="corrections">
      <h2>{say('public.corrections')}</h2>
      {corrections.length === 0 && <p>{say('public.noCorrections')}</p>}
      {corrections.map((version) => (
        <div className="corr-note" key={`${version.number}-${version.version}`}>
          <p>
            <time dateTime={version.publishedAt.toISOString()}>{dayOf(version.publishedAt, edition)}</time>{' '}
            <b>
              {say('public.claim', {
                number: newest.findIndex(({ number }) => number === version.number) + 1,
              })}
              : {say(`submissionKind.${version.kind}`)}.
            </b>{' '}
            <bdi>{version.publicNote}</bdi>{' '}
            <a href={claimPath(version.number, statementOf(version, newest))}>{say('public.seeVersions')}</a>
          </p>
        </div>
      ))}
    </section>
  )
}

// A link to the newest version goes by the newest statement: an older one would have to be redirected.
function statementOf({ number, content }: PublicVersion, newest: PublicVersion[]): string {
  const current = newest.find((version) => version.number === number)
  return (current?.content ?? content).claim.statement
}
