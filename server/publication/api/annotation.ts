import { labelOf } from '../../claim/scale'
import { linkOf } from '../../source/source'
import type { CheckedArticle } from '../pages/article/checked-article'
import { dayOf, type Edition } from '../pages/edition'
import { articlePath, claimPath, isRetraction, type PublicVersion } from '../publication'
import type { Annotation, AnnotationCollection } from './annotation-shape'
import { annotationPath, annotationsPath } from './api-paths'

const context = { '@context': 'http://www.w3.org/ns/anno.jsonld' } as const

/** How a Web Annotation is sent (Web Annotation Protocol). */
export const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

/** A claim as a W3C Web Annotation of the passage that was checked; `versions` are newest first. */
export function annotationJson(versions: PublicVersion[], edition: Edition): Annotation {
  return { ...context, ...annotationOf(versions, edition) }
}

/** All claims of an article as an AnnotationCollection, with its one page in it. */
export function annotationsJson(
  { number, title, claims }: CheckedArticle,
  edition: Edition,
): AnnotationCollection {
  const id = edition.origin + annotationsPath(number)
  return {
    ...context,
    ...{ id, type: 'AnnotationCollection', label: title, total: claims.length },
    first: {
      ...{ id: `${id}#page`, type: 'AnnotationPage', startIndex: 0 },
      items: claims.map((versions) => annotationOf(versions, edition)),
    },
  }
}

function annotationOf(versions: PublicVersion[], edition: Edition): Omit<Annotation, '@context'> {
  const [newest, first] = [versions[0], versions.at(-1)]
  if (!newest || !first) throw new Error('a claim that is read has a version')
  const { claim, article } = newest.content
  const { origin, desk, licence } = edition
  const { exact, prefix, suffix } = claim.selectors.quote
  return {
    id: origin + annotationPath(newest.number),
    type: 'Annotation',
    motivation: 'assessing',
    created: first.publishedAt.toISOString(),
    modified: newest.publishedAt.toISOString(),
    creator: { type: 'Organization', name: desk.name },
    ...(licence && { rights: licence }),
    body: [
      ...bodiesOf(newest, edition),
      {
        type: 'SpecificResource',
        purpose: 'linking',
        source: origin + claimPath(newest.number, claim.statement),
      },
    ],
    target: {
      // What was pasted, or is the desk's own, is read on our page of it.
      source: linkOf(article.address ?? '') ?? origin + articlePath(article.number, article.title),
      // No position: ours are in the frozen text, not in the page that stands at the address.
      selector: { type: 'TextQuoteSelector', exact, prefix, suffix },
    },
  }
}

/** The verdict with its answer, and before it whatever takes from it: a demo, a doubt, a retraction. */
function bodiesOf(newest: PublicVersion, edition: Edition): Annotation['body'] {
  const { desk, say } = edition
  const { publicNote, publishedAt, underReview, content } = newest
  const { claim, scale } = content
  const text = (purpose: 'assessing' | 'commenting', value: string) =>
    ({ type: 'TextualBody', purpose, value, format: 'text/plain', language: desk.language }) as const
  const demo = desk.isDemo ? [text('commenting', say('public.demo'))] : []
  if (isRetraction(newest))
    return [
      ...demo,
      text('assessing', `${say('public.retraction', { day: dayOf(publishedAt, edition) })} ${publicNote}`),
    ]
  const doubt = underReview
    ? [
        text(
          'commenting',
          `${say('public.underReview', { day: dayOf(underReview.at, edition) })} ${underReview.line}`,
        ),
      ]
    : []
  const rated = claim.verdict ? labelOf(claim.verdict, scale, say) : say('verdict.unrated')
  return [...demo, ...doubt, text('assessing', `${rated}. ${claim.shortAnswer}`.trim())]
}
