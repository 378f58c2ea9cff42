import { labelOf } from '../../../claim/scale'
import { type CheckCopy, type CopyBlock, checkCopy } from '../../copy/check-copy'
import type { CheckedArticle } from '../../pages/article/checked-article'
import { type Edition, momentOf, namesOf } from '../../pages/edition'
import { articlePath, isRetraction, type PublicVersion, versionPath } from '../../publication'
import { isRtl } from '../card'
import { drawable } from '../letters/style'
import type { Paper } from './paper'

/** The paper of one version, with all that came before it; like its page it depends on nothing that comes later. */
export function checkPaper(shown: PublicVersion, versions: PublicVersion[], edition: Edition): Paper {
  const earlier = versions.filter(({ version }) => version < shown.version)
  const own = { ...shown, underReview: null }
  return {
    ...paperOf(edition, [withHistory([own, ...earlier], edition)]),
    title: drawable(shown.content.claim.statement),
    address: edition.origin + versionPath(shown.number, shown.version),
    madeAt: shown.publishedAt.toISOString(),
  }
}

/** The paper of an article: its checks in order of the text, each as it stands now. */
export function articlePaper({ number, title, claims }: CheckedArticle, edition: Edition): Paper {
  const times = claims.flat().map(({ publishedAt }) => publishedAt.toISOString())
  return {
    ...paperOf(
      edition,
      claims.map((versions) => withHistory(versions, edition)),
    ),
    title: drawable(edition.say('public.checkedIn', { title })),
    address: edition.origin + articlePath(number, title),
    madeAt: times.toSorted().at(-1) ?? '',
  }
}

function paperOf({ desk, say }: Edition, copies: CheckCopy[]): Omit<Paper, 'title' | 'address' | 'madeAt'> {
  const words = { page: say('takeAlong.page', { page: '{page}', pages: '{pages}' }) }
  return { desk: desk.name, language: desk.language, isRtl: isRtl(desk.language), copies, words }
}

/** A check with its versions behind it, newest first: what was corrected, when, and why. */
function withHistory(versions: PublicVersion[], edition: Edition): CheckCopy {
  const [shown] = versions
  if (!shown) throw new Error('a check has a version')
  const copy = checkCopy(shown, edition)
  const items = versions.map((version): CopyBlock[] => [
    { kind: 'paragraph', runs: [{ text: told(version, edition) }] },
  ])
  return {
    ...copy,
    blocks: [
      ...copy.blocks,
      { kind: 'heading', runs: [{ text: edition.say('public.versions') }] },
      { kind: 'list', isOrdered: false, items },
    ],
  }
}

function told(version: PublicVersion, edition: Edition): string {
  const { kind, publicNote, publishedAt, content } = version
  const { say } = edition
  const { verdict } = content.claim
  const rated = verdict && !isRetraction(version) ? `${labelOf(verdict, content.scale, say)}.` : ''
  const why =
    kind === 'first' ? say('public.firstPublished') : `${say(`submissionKind.${kind}`)}. ${publicNote}`
  const when = `${say('public.version', { version: version.version })}, ${momentOf(publishedAt, edition)}.`
  return [when, rated, why, say('public.approvedBy', { names: namesOf(content.approvedBy) })]
    .filter(Boolean)
    .join(' ')
}
