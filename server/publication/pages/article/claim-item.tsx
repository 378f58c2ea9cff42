import { inRow } from '../../../language/stand-apart'
import { claimPath, isRetraction, type PublicVersion } from '../../publication'
import { Standing } from '../claim/standing'
import { dayOf, type Edition, statedDay } from '../edition'
import { Stamp } from '../parts/marks'
import { articleWords, deskWords } from '../parts/own-words'
import { Sources } from '../parts/sources'
import { idOf } from './checked-article'

type Props = { version: PublicVersion; place: number; edition: Edition }

/** One published claim in the list of its article, with its verdict, its short answer and its sources. */
export function ClaimItem({ version, place, edition }: Props) {
  const { say } = edition
  const { claim, article } = version.content
  const said = [claim.speaker.trim(), claim.date.trim() && statedDay(claim.date, edition)].filter(
    (one) => one !== '',
  )
  const isCorrected = version.kind !== 'first' && !isRetraction(version)
  return (
    <li className="pc" id={idOf(version)}>
      <span className="pc-no" aria-hidden="true">
        {place}
      </span>
      <article aria-labelledby={`${idOf(version)}-quote`}>
        <h2 id={`${idOf(version)}-quote`} className="pc-q" {...articleWords(article.language, edition)}>
          {claim.selectors.quote.exact}
        </h2>
        {said.length > 0 && <p className="pc-by">{inRow(said)}</p>}
        <p className="pc-s" {...deskWords(claim.statement, article.language, edition)}>
          {claim.statement}
        </p>
        <Standing version={version} edition={edition} isListed />
        {!isRetraction(version) && (
          <Stamp verdict={claim.verdict} scale={version.content.scale} edition={edition} />
        )}
        <div className="pc-r">
          <p {...deskWords(claim.shortAnswer, article.language, edition)}>{claim.shortAnswer}</p>
        </div>
        <details className="pc-src">
          <summary>{say('public.sourceCount', { count: claim.sources.length })}</summary>
          <Sources sources={claim.sources} edition={edition} isBrief />
        </details>
        <p className="pc-f">
          <a href={claimPath(version.number, claim.statement)}>
            {say('public.fullRecord', { version: version.version })}
          </a>
          {isCorrected && (
            <span className="corr">
              {say('public.corrected', { day: dayOf(version.publishedAt, edition) })}
            </span>
          )}
        </p>
      </article>
    </li>
  )
}
