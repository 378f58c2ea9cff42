import type { DossierLink } from '../../../dossier/published/frozen-dossier'
import { annotationType } from '../../api/annotation'
import { annotationsPath, apiArticlePath } from '../../api/api-paths'
import { itemListOf } from '../../markup/item-list'
import {
  articlePath,
  articleReportPath,
  followPath,
  isRetraction,
  type PublicAnswer,
} from '../../publication'
import { onlyOnce, Removed } from '../claim/removed'
import type { Edition } from '../edition'
import { Answers } from '../parts/answers'
import { InDossiers } from '../parts/in-dossiers'
import { Method } from '../parts/method'
import { toHtml } from '../shell'
import { ArticleText } from './article-text'
import type { ArticleProps, CheckedArticle } from './checked-article'
import { ClaimItem } from './claim-item'
import { Contents } from './contents'
import { Corrections } from './corrections'
import { Facts } from './facts'
import { Summary } from './summary'

/** What stands there besides the checks: answers to readers about the article, newest first, and dossiers that it is in. */
type Beside = { answers?: PublicAnswer[]; dossiers?: DossierLink[] }

/** The page of a checked article: verdict by verdict, then claim by claim. */
export function articlePage(checked: CheckedArticle, edition: Edition, beside: Beside = {}): string {
  const newest = checked.claims.flatMap(([version]) => version ?? [])
  const { say } = edition
  const title = say('public.checkedIn', { title: checked.title })
  const canonical = articlePath(checked.number, checked.title)
  return toHtml({
    edition,
    title: `${title} – ${edition.desk.name}`,
    description: `${say('public.summary', { count: newest.length })}.`,
    canonical,
    feed: `a/${checked.number}`,
    report: articleReportPath(checked.number),
    follow: followPath(`/a/${checked.number}`),
    alternates: [
      { type: 'application/json', href: apiArticlePath(checked.number) },
      { type: annotationType, href: annotationsPath(checked.number) },
    ],
    marks: newest.flatMap((version) => (isRetraction(version) ? [] : (version.content.claim.verdict ?? []))),
    data: itemListOf(newest, { name: title, url: edition.origin + canonical }),
    children: <Body checked={checked} newest={newest} edition={edition} {...beside} />,
  })
}

function Body({ answers = [], dossiers = [], ...props }: ArticleProps & Beside) {
  const { checked, newest, edition } = props
  const { say } = edition
  return (
    <main id="main" className="pub-grid" tabIndex={-1}>
      <header className="pub-head">
        <p className="slug">{say('public.factCheck')}</p>
        <h1>{say('public.checkedIn', { title: checked.title })}</h1>
        <Facts {...props} />
      </header>
      <Removed redactions={onlyOnce(newest.flatMap(({ redactions }) => redactions))} edition={edition} />
      <Summary {...props} />
      {checked.text && <ArticleText {...checked.text} claims={newest} edition={edition} />}
      <ol className="pub-claims">
        {newest.map((version, index) => (
          <ClaimItem key={version.number} version={version} place={index + 1} edition={edition} />
        ))}
      </ol>
      <InDossiers dossiers={dossiers} edition={edition} />
      <Corrections {...props} />
      <Answers answers={answers} edition={edition} />
      <Method edition={edition} />
      <Contents {...props} />
    </main>
  )
}
