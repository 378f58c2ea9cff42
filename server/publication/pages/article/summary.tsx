import { type Verdict, verdicts } from '../../../../db/vocabulary'
import { labelOf, type Scale } from '../../../claim/scale'
import { styleOf } from '../../../claim/verdict'
import { isRetraction, type PublicVersion } from '../../publication'
import type { Edition } from '../edition'
import { Mark, VerdictLabel } from '../parts/marks'
import { type ArticleProps, idOf } from './checked-article'

/** How many claims got which verdict, one mark for each claim. */
export function Summary({ newest, edition }: ArticleProps) {
  const { say } = edition
  const standing = newest.filter((version) => !isRetraction(version))
  const retracted = newest.length - standing.length
  const groups = verdicts
    .map((verdict) => ({
      verdict,
      claims: standing.filter(({ content }) => content.claim.verdict === verdict),
    }))
    .filter(({ claims }) => claims.length > 0)
  return (
    <section className="pub-sum" aria-labelledby="summary">
      <h2 id="summary">{say('public.summary', { count: newest.length })}</h2>
      <ol className="unitbar" aria-label={say('public.summaryLabel')}>
        {groups.flatMap(({ verdict, claims }, group) =>
          claims.map((version, index) => (
            <li
              key={version.number}
              className={`${styleOf(verdict)}${group > 0 && index === 0 ? ' brk' : ''}`}
            >
              <a href={`#${idOf(version)}`} aria-label={sayClaim(version, verdict, newest, edition)}>
                <Mark verdict={verdict} />
              </a>
            </li>
          )),
        )}
      </ol>
      <ul className="unitkey">
        {groups.map(({ verdict, claims }) => (
          <li key={verdict}>
            <b>{claims.length}</b>{' '}
            <VerdictLabel verdict={verdict} scale={scaleOf(claims)} edition={edition} />
          </li>
        ))}
        {retracted > 0 && (
          <li>
            <b>{retracted}</b> {say('public.retracted')}
          </li>
        )}
      </ul>
    </section>
  )
}

// Where claims of one verdict are on different versions of the scale, the newest one names them.
function scaleOf(claims: PublicVersion[]): Scale | undefined {
  const [latest] = claims.toSorted((one, other) => other.log.index - one.log.index)
  return latest?.content.scale
}

function sayClaim(
  version: PublicVersion,
  verdict: Verdict,
  newest: PublicVersion[],
  { say }: Edition,
): string {
  const number = newest.indexOf(version) + 1
  return say('public.claimVerdict', { number, verdict: labelOf(verdict, version.content.scale, say) })
}
