import type { DisagreementReason } from '../../../db/vocabulary/figure'
import { slugOf } from '../../publication/publication'
import { blackedOut } from '../../publication/redaction/black-out'
import type { Refusal } from '../../refusal'

/** All that an editor publishes of a dossier; the figures themselves are those of the claims' newest versions. */
export type FrozenDossier = {
  name: string
  articles: FrozenArticle[]
  /** The claims that were published by then, each with the version that stood. */
  claims: { number: number; version: number }[]
  explanations: FrozenExplanation[]
  /** There only in the version that retracts the dossier. */
  retraction?: FrozenRetraction
}

/** Why the desk no longer stands by a dossier, as one wrote it for readers and another approved it. */
export type FrozenRetraction = { text: string; by: string; approvedBy: string; at: string }

/** The head of an article, as it was when the dossier was published. */
export type FrozenArticle = {
  id: string
  title: string
  publisher: string | null
  published: string | null
  address: string | null
}

/** Why figures differ, as one wrote it and another approved it, under the names that readers know them by. */
export type FrozenExplanation = {
  id: string
  pairs: string[]
  reason: DisagreementReason
  text: string
  by: string
  approvedBy: string
  at: string
  /** There only where it says why an earlier one, which readers had, was taken back. */
  takesBack?: true
}

/** A published dossier, by where it is read. */
export type DossierLink = { path: string; name: string }

/** Where a dossier is read. */
export const dossierPath = (number: number, name: string) => `/d/${number}-${encodeURI(slugOf(name))}`
export const dossierVersionPath = (number: number, version: number) => `/d/${number}/v/${version}`
export const dossierRecordPath = (number: number, version: number) =>
  `${dossierVersionPath(number, version)}/record.json`
export const dossierProofPath = (number: number, version: number) =>
  `${dossierVersionPath(number, version)}/proof.txt`
export const dossierRedactionPath = (number: number, version: number) =>
  `${dossierVersionPath(number, version)}/redaction.txt`
export const dossierReportPath = (number: number) => `/d/${number}/report`
export const dossierCsvPath = (number: number) => `/d/${number}/figures.csv`
export const dossierSvgPath = (number: number) => `/d/${number}/ledger.svg`
export const apiDossierPath = (number: number) => `/api/v1/dossiers/${number}`

/** All that an editor published, as it is sealed: the log's entry has the SHA-256 of its RFC 8785 JSON. */
export const dossierRecord = (number: number, version: number, content: FrozenDossier) => ({
  ...{ dossier: number, version, content },
})

/** The same without words that were removed under law: ids, reasons and times are nobody's words. */
export function withoutWords(content: FrozenDossier, words: string[]): FrozenDossier {
  return {
    ...content,
    name: blackedOut(content.name, words),
    articles: content.articles.map((article) => blackedOut(article, words)),
    explanations: content.explanations.map((one) => {
      const { text, by, approvedBy } = one
      return { ...one, ...blackedOut({ text, by, approvedBy }, words) }
    }),
    ...(content.retraction && { retraction: withoutWordsOf(content.retraction, words) }),
  }
}

function withoutWordsOf({ text, by, approvedBy, at }: FrozenRetraction, words: string[]): FrozenRetraction {
  return { ...blackedOut({ text, by, approvedBy }, words), at }
}

/**
 * Why there is nothing to publish: it is retracted, no claim of it is published, or readers have this very version; null
 * when there is.
 */
export function whyNotPublish(
  { claims }: Pick<FrozenDossier, 'claims'>,
  { hash, before }: { hash: string; before?: { hash: string; content: Pick<FrozenDossier, 'retraction'> } },
): Refusal | null {
  // Two people took it from readers: one alone does not give it back.
  if (before?.content.retraction) return { code: 'dossier-is-retracted' }
  if (!claims.length) return { code: 'dossier-nothing-published' }
  return hash === before?.hash ? { code: 'dossier-unchanged' } : null
}
