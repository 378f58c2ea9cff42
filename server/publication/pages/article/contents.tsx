import { articleCopyPath } from '../../publication'
import { TakeAlong } from '../parts/take-along'
import { type ArticleProps, idOf } from './checked-article'

/** The parts of the page, to go to. */
export function Contents({ checked, newest, edition }: ArticleProps) {
  const { say } = edition
  const [first] = newest
  return (
    <aside className="pub-aside" aria-label={say('public.aboutCheck')}>
      <nav aria-labelledby="contents">
        <h2 id="contents">{say('public.onThisPage')}</h2>
        <ul>
          <li>
            <a href="#summary">{say('public.verdicts')}</a>
          </li>
          {checked.text && (
            <li>
              <a href="#text">{say('public.wholeArticle')}</a>
            </li>
          )}
          {first && (
            <li>
              <a href={`#${idOf(first)}`}>{say('public.claimCount', { count: newest.length })}</a>
            </li>
          )}
          <li>
            <a href="#corrections">{say('public.corrections')}</a>
          </li>
          <li>
            <a href="#method">{say('public.about')}</a>
          </li>
        </ul>
      </nav>
      <TakeAlong
        name={`checks-${checked.number}`}
        text={say('takeAlong.articleText', { count: newest.length })}
        pathOf={(format) => articleCopyPath(checked.number, format)}
        edition={edition}
      />
    </aside>
  )
}
