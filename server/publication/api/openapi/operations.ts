import type { CheckedArticle } from '../../pages/article/checked-article'
import type { Edition } from '../../pages/edition'
import { sampleDossier } from '../../pages/sample/sample-dossier'
import type { PublicVersion } from '../../publication'
import { annotationJson, annotationsJson, annotationType } from '../annotation'
import { articleJson } from '../article-json'
import { claimJson, stateOf, versionJson } from '../claim-json'
import { datafeedJson } from '../datafeed'
import { dossierJson } from '../dossier/dossier-json'
import { changes } from './changes'
import { oembed } from './oembed'
import { finished, inPath, type Operation, schemaOf } from './operation'
import { search } from './search'

export type Samples = { claims: PublicVersion[][]; article: CheckedArticle }

const ofClaim = inPath('number', 'The claim’s public number.')
const ofArticle = inPath('number', 'The article’s public number.')

/** What may be asked, by its path, each with examples that are made as its answers are. */
export function operations(
  { claims, article }: Samples,
  edition: Edition,
): Record<string, { get: Operation }> {
  const first = claims[0]?.at(-1)
  const fed = claims.slice(0, 1).map((versions) => ({ versions, desk: edition.desk }))
  if (!first) throw new Error('a sample has a version')
  return {
    '/api/v1/claims/{number}': {
      get: finished({
        operationId: 'getClaim',
        summary: 'A claim in its newest version, with its history.',
        parameters: [ofClaim],
        schema: schemaOf('Claim'),
        examples: Object.fromEntries(byState(claims, claimJson, edition)),
      }),
    },
    '/api/v1/claims/{number}/versions/{version}': {
      get: finished({
        operationId: 'getClaimVersion',
        summary: 'One version of a claim, which never changes.',
        parameters: [ofClaim, inPath('version', 'Which version of the claim, from 1.')],
        schema: schemaOf('ClaimVersion'),
        examples: { first: versionJson(first, edition) },
      }),
    },
    '/api/v1/articles/{number}': {
      get: finished({
        operationId: 'getArticle',
        summary: 'An article with all claims that were checked in it, in the order of the text.',
        parameters: [ofArticle],
        schema: schemaOf('Article'),
        examples: { checked: articleJson(article, edition) },
      }),
    },
    '/api/v1/dossiers/{number}': {
      get: finished({
        operationId: 'getDossier',
        summary: 'A dossier: articles about one event, their figures, and why these differ.',
        parameters: [inPath('number', 'The dossier’s public number.')],
        schema: schemaOf('Dossier'),
        examples: { published: dossierJson(sampleDossier(), edition) },
      }),
    },
    '/api/v1/claims/{number}/annotation.jsonld': {
      get: finished({
        operationId: 'getAnnotation',
        summary: 'The check of a claim as a W3C Web Annotation of the passage.',
        parameters: [ofClaim],
        contentType: annotationType,
        schema: schemaOf('Annotation'),
        examples: Object.fromEntries(byState(claims, annotationJson, edition)),
      }),
    },
    '/api/v1/articles/{number}/annotations.jsonld': {
      get: finished({
        operationId: 'getAnnotations',
        summary: 'All checks of an article as a W3C AnnotationCollection, in the order of the text.',
        parameters: [ofArticle],
        contentType: annotationType,
        schema: schemaOf('AnnotationCollection'),
        examples: { checked: annotationsJson(article, edition) },
      }),
    },
    '/api/v1/datafeed.json': {
      get: finished({
        operationId: 'getDataFeed',
        summary: 'The ClaimReviews of the claims that changed last (schema.org/DataFeed).',
        parameters: [],
        schema: schemaOf('DataFeed'),
        examples: { feed: datafeedJson(fed, { name: edition.desk.name, origin: 'https://checks.example' }) },
      }),
    },
    '/api/v1/changes': { get: changes(first, edition) },
    '/api/v1alpha1/claims:search': { get: search(claims, edition) },
    '/oembed': { get: oembed(first, edition) },
  }
}

/** What is made of one sample in each state, by the state. */
function byState<Made>(
  claims: PublicVersion[][],
  make: (versions: PublicVersion[], edition: Edition) => Made,
  edition: Edition,
): [string, Made][] {
  return (['published', 'under-review', 'retracted'] as const).map((state) => {
    const versions = claims.find(([newest]) => newest && stateOf(newest) === state)
    if (!versions) throw new Error(`no sample is ${state}`)
    return [state, make(versions, edition)]
  })
}
