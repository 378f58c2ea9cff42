import { articleCopyPath, checkCopyPath, versionPath } from '../publication'

/** The shapes in which a card is drawn: as links to a page show it, and for feeds of pictures. */
export const cardShapes = ['wide', 'square'] as const
export type CardShape = (typeof cardShapes)[number]

/** Something drawn of a version or an article, kept beside its pages. */
export type Drawing = { path: string } & (
  | { kind: 'card'; shape: CardShape; isUnderReview: boolean }
  | { kind: 'paper' }
)

/** Raised when the same words come out looking otherwise, so that everything is drawn again. */
export const drawnAs = 'drawn-1'

/** A version, by the numbers it has in addresses. */
export type Numbered = { number: number; version: number }

/** Where a version's card is. What is under review has another address: what was fetched from the first stays true. */
export function cardPath({ number, version }: Numbered, shape: CardShape, isUnderReview: boolean): string {
  const name = ['card', shape === 'square' && 'square', isUnderReview && 'under-review'].filter(Boolean)
  return `${versionPath(number, version)}/${name.join('-')}.png`
}

/** All that is drawn of a version. */
export function drawingsOf(of: Numbered & { isUnderReview: boolean }): Drawing[] {
  const stands = of.isUnderReview ? [false, true] : [false]
  const cards = stands.flatMap((isUnderReview) =>
    cardShapes.map((shape): Drawing => {
      return { kind: 'card', path: cardPath(of, shape, isUnderReview), shape, isUnderReview }
    }),
  )
  return [...cards, { kind: 'paper', path: checkCopyPath(of.number, of.version, 'pdf') }]
}

/** All that is drawn of an article. */
export function articleDrawings(number: number): Drawing[] {
  return [{ kind: 'paper', path: articleCopyPath(number, 'pdf') }]
}
