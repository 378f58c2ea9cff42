/** Fixed words about revisions, as `vocabulary.ts` has those of all else. */

/** What became of a claim's passage in a later revision of its article, from nothing to most. */
export const passageChanges = ['same', 'cosmetic', 'moved', 'edited', 'substantive', 'removed'] as const
export type PassageChange = (typeof passageChanges)[number]

/** How often an article's page is looked at for changes. */
export const watchRhythms = ['off', 'daily', 'weekly'] as const
export type WatchRhythm = (typeof watchRhythms)[number]
