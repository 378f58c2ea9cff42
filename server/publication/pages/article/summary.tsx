import { type Verdict, verdicts } from '../../../../db/vocabulary'
import { styleOf } from '../../../claim/verdict'
import type { PublicVersion } from '../../publication'
import type { Edition } from '../edition'
import { Mark, VerdictLabel } from '../parts/marks'
import { type ArticleProps, idOf } from './checked-article'

/** How many claims got which verdict, one mark for each claim. */
export function Summary({ newest, edition }: ArticleProps) {
  const { say } = edition
  const groups = verdicts
    .map((verdict) => ({
      verdict,
      claims: newest.filter(({ content }) => content.claim.verdict === verdict),
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
              <a href={`#${idOf(version)}`} aria-label={labelOf(version, verdict, newest, edition)}>
                <Mark verdict={verdict} />
              </a>
            </li>
          )),
        )}
      </ol>
      <ul className="unitkey">
        {groups.map(({ verdict, claims }) => (
          <li key={verdict}>
            <b>{claims.length}</b> <VerdictLabel verdict={verdict} edition={edition} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function labelOf(
  version: PublicVersion,
  verdict: Verdict,
  newest: PublicVersion[],
  { say }: Edition,
): string {
  const number = newest.indexOf(version) + 1
  return say('public.claimVerdict', { number, verdict: say(`verdict.${verdict}`) })
}
