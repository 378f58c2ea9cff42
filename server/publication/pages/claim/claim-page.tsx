import type { Verdict } from '../../../../db/vocabulary'
import type { DossierLink } from '../../../dossier/published/frozen-dossier'
import type { PublicCopy } from '../../../source/stamp/stamp'
import { annotationType } from '../../api/annotation'
import { annotationPath, apiClaimPath } from '../../api/api-paths'
import { oembedPath } from '../../api/computed/oembed'
import { claimReviewOf } from '../../claim-review'
import { checkClaimReview } from '../../claim-review-rules'
import { pictureOfPage } from '../../drawn/picture-of-page'
import {
  claimPath,
  claimReportPath,
  followPath,
  isRetraction,
  type PublicAnswer,
  type PublicVersion,
  versionPath,
} from '../../publication'
import type { Edition } from '../edition'
import { Answers } from '../parts/answers'
import { Replies, Searched } from '../parts/asked'
import { InDossiers } from '../parts/in-dossiers'
import { deskWords } from '../parts/own-words'
import { NotKnown, Why } from '../parts/reasons'
import { Sources } from '../parts/sources'
import { toHtml } from '../shell'
import { claimCard } from './claim-card'
import { Dissenting } from './dissent'
import { Correction, Head, OlderLine } from './head'
import { Quote } from './quote'
import { Record, Use } from './record/record'
import { Versions } from './record/versions'
import { Removed } from './removed'
import { Standing } from './standing'

type Props = { shown: PublicVersion; edition: Edition }

/** What stands on the newest page besides the check: answers to readers, newest first, dossiers that its article is in, and copies elsewhere. */
type Beside = { answers?: PublicAnswer[]; dossiers?: DossierLink[]; copies?: PublicCopy[] }

/** The page of a claim's newest version; `versions` are all of them, newest first. */
export function claimPage(versions: PublicVersion[], edition: Edition, beside: Beside = {}): string {
  const [shown] = versions
  if (!shown) throw new Error('a claim page needs a version')
  const review = claimReviewOf(versions, edition.desk, edition.origin)
  const html = pageWith(review, versions, { shown, edition, beside })
  const { publishedAt: now, content } = shown
  // What a search engine finds wrong on one page makes it doubt all: the page goes without it.
  const isGood = !review || checkClaimReview({ html, now, scale: content.scale, sealed: shown }).length === 0
  return isGood ? html : pageWith(null, versions, { shown, edition, beside })
}

type Parts = { shown: PublicVersion; edition: Edition; beside: Beside }

function pageWith(data: object | null, versions: PublicVersion[], { shown, edition, beside }: Parts): string {
  return toHtml({
    edition,
    ...claimCard(shown, edition),
    picture: pictureOfPage(shown, edition),
    marks: marksOf(versions),
    feed: `c/${shown.number}`,
    report: claimReportPath(shown.number),
    follow: followPath(`/c/${shown.number}`),
    alternates: alternatesOf(shown, edition),
    data,
    children: <Body shown={shown} versions={versions} edition={edition} beside={beside} isNewest />,
  })
}

/** The same for programs, and for those that turn the address into a frame; oEmbed asks for whole addresses. */
function alternatesOf({ number, content }: PublicVersion, { origin }: Edition) {
  const page = origin + claimPath(number, content.claim.statement)
  return [
    { type: 'application/json', href: apiClaimPath(number) },
    { type: annotationType, href: annotationPath(number) },
    { type: 'application/json+oembed', href: origin + oembedPath(page, 'json') },
    { type: 'text/xml+oembed', href: origin + oembedPath(page, 'xml') },
  ]
}

/** The page of one version under its own address; nothing on it depends on later ones. */
export function versionPage(shown: PublicVersion, earlier: PublicVersion[], edition: Edition): string {
  const { statement, shortAnswer } = shown.content.claim
  const values = { statement, version: shown.version, desk: edition.desk.name }
  // That it was put under review later stands on the newest page alone: this one never changes.
  const own = { ...shown, underReview: null }
  const versions = [own, ...earlier]
  return toHtml({
    edition,
    title: edition.say('public.versionTitle', values),
    description: shortAnswer,
    canonical: versionPath(shown.number, shown.version),
    isHidden: true,
    picture: pictureOfPage(own, edition),
    report: claimReportPath(shown.number),
    follow: followPath(`/c/${shown.number}`),
    marks: marksOf(versions),
    children: <Body shown={own} versions={versions} edition={edition} beside={{}} isNewest={false} />,
  })
}

function Body({
  shown,
  versions,
  edition,
  beside: { answers = [], dossiers = [], copies },
  isNewest,
}: Props & { versions: PublicVersion[]; beside: Beside; isNewest: boolean }) {
  const { claim, article } = shown.content
  const { say } = edition
  return (
    <main id="main" className="pub-grid claim-page" tabIndex={-1}>
      {!isNewest && <OlderLine shown={shown} edition={edition} />}
      <Standing version={shown} edition={edition} />
      <Removed redactions={shown.redactions} edition={edition} />
      <Head shown={shown} edition={edition} />
      <Correction shown={shown} edition={edition} />
      <Quote shown={shown} edition={edition} />
      <section className="pub-sec">
        <h2>{say('public.shortAnswer')}</h2>
        <p className="answer" {...deskWords(claim.shortAnswer, article.language, edition)}>
          {claim.shortAnswer}
        </p>
      </section>
      <Why claim={claim} language={article.language} edition={edition} />
      <Dissenting shown={shown} edition={edition} />
      <NotKnown claim={claim} language={article.language} edition={edition} />
      <section className="pub-sec">
        <h2>{say('public.sources')}</h2>
        <Sources
          sources={claim.sources}
          evidence={shown.content.evidence}
          copies={copies}
          edition={edition}
        />
      </section>
      <Searched claim={claim} edition={edition} />
      <Replies claim={claim} edition={edition} />
      <Versions versions={versions} edition={edition} isNewest={isNewest} />
      <InDossiers dossiers={dossiers} edition={edition} />
      <Answers answers={answers} edition={edition} />
      <Record shown={shown} edition={edition} />
      <Use shown={shown} edition={edition} />
    </main>
  )
}

function marksOf(versions: PublicVersion[]): Verdict[] {
  return versions.flatMap((version) => (isRetraction(version) ? [] : (version.content.claim.verdict ?? [])))
}
