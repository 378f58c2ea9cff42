import { blockPositions } from '../../article/frozen-text'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import type { DossierArticle } from '../dossier'
import type { CopyReason } from './copied'
import { readGathering, readTold } from './read-gathering'
import type { RewriteChange, RewrittenSentence } from './rewrite'

type Reader = Pick<Member, 'id' | 'deskId'>
/** An article named by its title, with its id. */
export type Named = Pick<DossierArticle, 'id' | 'title' | 'publisher'>

/** Who copied whom in a dossier: how many independent origins its articles have, and what each was made from. */
export type CopiedArticles = {
  origins: number
  articles: { id: string; from: (Named & { share: number; because: CopyReason }) | null; credits: string[] }[]
}

/** A sentence of a copy with the paragraphs, counted from 1, in which it and its origin stand. */
export type ReadSentence = {
  text: string
  paragraph: number
  is: RewrittenSentence['is']
  changes: RewriteChange[]
  other: (Named & { text: string; paragraph: number }) | null
}

/** What became of the sentences of one article; empty where it was made from no other. */
export type Rewrite = { article: Named; from: Named | null; sentences: ReadSentence[] }

/** Who copied whom among those articles of a dossier that are there for the member. */
export async function readCopied(dossierId: string, member: Reader): Promise<CopiedArticles> {
  const { articles, copied } = await readGathering(dossierId, member)
  const nameOf = namesOf(articles)
  return {
    origins: copied.origins.length,
    articles: copied.articles.map(({ id, from, credits }) => {
      const origin = from && nameOf(from.id)
      return { id, from: from && origin && { ...origin, share: from.share, because: from.because }, credits }
    }),
  }
}

/** What became of the sentences of an article that was made from another one of the dossier. */
export async function readRewrite(
  { dossierId, articleId }: { dossierId: string; articleId: string },
  member: Reader,
): Promise<Rewrite> {
  const { articles, newest, copied } = await readGathering(dossierId, member)
  const nameOf = namesOf(articles)
  const article = nameOf(articleId)
  const standing = copied.articles.find(({ id }) => id === articleId)
  if (!article || !standing) throw new Refused({ code: 'article-unknown' })
  const told = await readTold([...newest.values()])
  const paragraphOf = (id: string, start: number) => {
    const blocks = told.find((one) => one.id === id)?.blocks ?? []
    return blockPositions(blocks).findIndex(({ end }) => start < end) + 1
  }
  const sentences = standing.rewrite.map((sentence): ReadSentence => {
    const { text, start, is } = sentence
    const here = { text, paragraph: paragraphOf(articleId, start), is }
    if (sentence.is === 'nowhere') return { ...here, changes: [], other: null }
    const { other, changes } = sentence
    const origin = nameOf(other.article)
    const paragraph = paragraphOf(other.article, other.start)
    return { ...here, changes, other: origin && { ...origin, text: other.text, paragraph } }
  })
  return { article, from: standing.from && nameOf(standing.from.id), sentences }
}

function namesOf(articles: DossierArticle[]) {
  const byId = new Map(articles.map(({ id, title, publisher }) => [id, { id, title, publisher }]))
  return (id: string): Named | null => byId.get(id) ?? null
}
