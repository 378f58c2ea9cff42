import type { Transaction } from '../../../../db/client'
import type { PublicCopy } from '../../../source/stamp/stamp'
import { annotationJson, annotationsJson, annotationType } from '../../api/annotation'
import {
  annotationPath,
  annotationsPath,
  apiArticlePath,
  apiClaimPath,
  apiVersionPath,
} from '../../api/api-paths'
import { articleJson } from '../../api/article-json'
import { claimJson, versionJson } from '../../api/claim-json'
import { openApi, openApiPath } from '../../api/openapi/openapi'
import type { CheckedArticle } from '../../pages/article/checked-article'
import { sampleArticle, sampleClaims } from '../../pages/sample/sample-claims'
import type { PublicVersion } from '../../publication'
import { json, storePages } from '../../stored/store-pages'
import type { Template } from '../read-template'

type Claim = { versions: PublicVersion[]; copies: PublicCopy[] }

/** Makes what programs read of a claim: its newest version, each by itself, and its annotation; `versions` are newest first. */
export async function renderApiClaim(
  tx: Transaction,
  { versions, copies }: Claim,
  made: Template,
): Promise<void> {
  const [newest] = versions
  if (!newest) return
  const { number } = newest
  const { edition } = made
  await store(tx, made, [
    { path: apiClaimPath(number), content: claimJson(versions, edition, copies) },
    ...versions.map((version) => ({
      path: apiVersionPath(number, version.version),
      content: versionJson(version, edition),
    })),
    {
      path: annotationPath(number),
      content: annotationJson(versions, edition),
      contentType: annotationType,
    },
  ])
}

/** Makes what programs read of an article: itself, and its annotations. */
export async function renderApiArticle(
  tx: Transaction,
  checked: CheckedArticle,
  made: Template,
): Promise<void> {
  const { number } = checked
  await store(tx, made, [
    { path: apiArticlePath(number), content: articleJson(checked, made.edition) },
    {
      path: annotationsPath(number),
      content: annotationsJson(checked, made.edition),
      contentType: annotationType,
    },
  ])
}

/** Makes the description of everything that programs may ask. */
export async function renderOpenApi(tx: Transaction, made: Template): Promise<void> {
  const samples = { claims: sampleClaims(), article: sampleArticle() }
  await store(tx, made, [{ path: openApiPath, content: openApi(samples, made.edition) }])
}

type Document = { path: string; content: object; contentType?: string }

function store(tx: Transaction, { template }: Template, documents: Document[]): Promise<void> {
  return storePages(
    tx,
    documents.map(({ path, content, contentType = json }) => ({
      ...{ path, canonical: path, contentType, template },
      content: JSON.stringify(content),
    })),
  )
}
