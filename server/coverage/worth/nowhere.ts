import type { Span } from '../../claim/quote'

/** A dossier, as what is said of a sentence names it. */
export type NamedDossier = { id: string; name: string }

/** The sentences of a revision that were found in none of a dossier's other articles; its article was made from one of them. */
export type Nowhere = { dossier: NamedDossier; revisionId: string; sentences: readonly Span[] }

/** Each sentence of a revision with the dossiers in which it was found nowhere else. */
export function withNowhere<Sentence extends Span>(
  sentences: readonly Sentence[],
  revisionId: string,
  found: readonly Nowhere[],
): (Sentence & { nowhereIn: NamedDossier[] })[] {
  const dossiers = new Map<string, NamedDossier[]>()
  // Places in another revision would point at other words.
  for (const { dossier, sentences: places } of found.filter((one) => one.revisionId === revisionId))
    for (const place of places) dossiers.set(keyOf(place), [...(dossiers.get(keyOf(place)) ?? []), dossier])
  return sentences.map((sentence) => ({ ...sentence, nowhereIn: dossiers.get(keyOf(sentence)) ?? [] }))
}

const keyOf = ({ start, end }: Span) => `${start} ${end}`
