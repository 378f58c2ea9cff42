import type { PublicVersion } from '../../publication'
import type { PublicRedaction } from '../../redaction/redaction'
import type { Edition } from '../edition'
import type { ArticleBlock } from './article-text'

/** A checked article as readers see it: its published claims in order of the text, each with all its versions. */
export type CheckedArticle = {
  number: number
  title: string
  /** For each claim all versions, newest first. */
  claims: PublicVersion[][]
  /** The article's own text with the revision it is of; null unless it is the desk's own. */
  text: { revision: string; blocks: ArticleBlock[]; removals: PublicRedaction[] } | null
}

/** What every part of an article's page is shown from; `newest` are the claims' newest versions, in order of the text. */
export type ArticleProps = { checked: CheckedArticle; newest: PublicVersion[]; edition: Edition }

/** Every version that corrects an earlier one, newest first. */
export function correctionsIn({ claims }: CheckedArticle): PublicVersion[] {
  return claims
    .flat()
    .filter(({ kind }) => kind !== 'first')
    .toSorted((one, other) => +other.publishedAt - +one.publishedAt)
}

/** The name of a claim's place on the page. */
export const idOf = ({ number }: PublicVersion) => `claim-${number}`
