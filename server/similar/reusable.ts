import { isBlackedOut } from '../publication/redaction/black-out'
import type { Source } from '../source/source'

/** A source as it can be given to another claim: what a link or a title leads to. */
export type TakenSource = Pick<
  Source,
  'kind' | 'stance' | 'title' | 'address' | 'publisher' | 'date' | 'quote' | 'place'
>

/** The sources of a published check, and how that check is named where they are used. */
export type Reusable = { number: number; version: number; desk: string; sources: TakenSource[] }

type Published = Omit<Source, 'claimId'>

/**
 * The sources of a published claim that another claim can be given: those that everybody can open. A call or a paper is
 * vouched for by who made it, one that is withheld by nobody else, and one with words removed under law is whole nowhere.
 */
export function sourcesToTake(sources: Published[]): TakenSource[] {
  return sources
    .filter((source) => !source.unlinked && !source.confidential && !isBlackedOut(source))
    .map(({ kind, stance, title, address, publisher, date, quote, place }) => ({
      ...{ kind, stance, title, address, publisher, date, quote, place },
    }))
}

/** Those of them that a claim does not have yet, by their addresses, else by their titles. */
export function newSources(taken: TakenSource[], known: Pick<Source, 'address' | 'title'>[]): TakenSource[] {
  const named = ({ address, title }: Pick<Source, 'address' | 'title'>) => address.trim() || title.trim()
  const there = new Set(known.map(named))
  return taken.filter((source) => !there.has(named(source)))
}

/** Where a source's quote stands, with the check that it was taken from, as readers are told, too. */
export const placeFrom = (place: string, from: string) => [place.trim(), from].filter(Boolean).join(' · ')
