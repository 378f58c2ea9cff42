import type { Refusal } from '../refusal'

/** The longest name of a dossier and the longest note in one, in UTF-16 units. */
export const longestName = 120
export const longestNote = 4_000

/** A dossier as a list of the desk's shows it; counts are of what is there for the member who reads. */
export type ListedDossier = {
  id: string
  name: string
  articles: number
  claims: number
  changedAt: Date
  /** Explanations that wait for an editor. */
  waiting: number
  /** Its newest published version; null while none was published. */
  published: { version: number; at: Date; path: string } | null
}

/** An article in a dossier, as members see it. */
export type DossierArticle = {
  id: string
  title: string
  publisher: string | null
  published: string | null
  claims: number
  addedBy: string
  addedAt: Date
}

/** What a member noted, for members alone. */
export type DossierNote = { id: string; by: { id: string; name: string }; text: string; at: Date }

/** Why a dossier cannot have this name; null when it can. */
export function whyNotNamed(name: string): Refusal | null {
  if (!name.trim()) return { code: 'dossier-needs-name' }
  return name.trim().length > longestName
    ? { code: 'dossier-name-too-long', values: { most: longestName } }
    : null
}

/** Why a note cannot be kept; null when it can. */
export function whyNotNoted(text: string): Refusal | null {
  if (!text.trim()) return { code: 'dossier-note-empty' }
  return text.length > longestNote ? { code: 'dossier-note-too-long', values: { most: longestNote } } : null
}

/** Why a dossier cannot be removed: readers may have its address. */
export function whyNotRemoved({ publicNumber }: { publicNumber: number | null }): Refusal | null {
  return publicNumber === null ? null : { code: 'dossier-is-published' }
}
