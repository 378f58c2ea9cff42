import type { FrozenClaim } from '../review/submission'

/** All that readers see of one version, kept with the publication so that nothing later can change it. */
export type PublishedClaim = {
  claim: FrozenClaim
  topics: string[]
  article: PublishedArticle
  /** The quote's paragraph around it, cut to a few words: readers see context, never the article. */
  context: { before: string; after: string }
  authors: string[]
  approvedBy: string[]
}

/** The head of the article a claim stands in, as it was when the claim was published. */
export type PublishedArticle = {
  id: string
  number: number
  title: string
  publisher: string | null
  published: string | null
  byline: string[]
  address: string | null
  language: string | null
  isOwn: boolean
  revision: number
}

/** The words of a title as they stand in an address: lower case, hyphens, at most 60 characters; never empty. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const slug = words.replace(/^-+/, '').slice(0, 60).replace(/-+$/, '')
  return slug || 'untitled'
}

/** Where a claim is read: the newest version under number and slug, an older one under its own address. */
export const claimPath = (number: number, statement: string) => `/c/${number}-${slugOf(statement)}`
export const versionPath = (number: number, version: number) => `/c/${number}/v/${version}`
export const articlePath = (number: number, title: string) => `/a/${number}-${slugOf(title)}`
