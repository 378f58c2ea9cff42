/** The fixed words about evidence behind sources. */

/** How a snapshot of a source came to be: fetched from its address, or attached as a file. */
export const snapshotKinds = ['fetched', 'attached'] as const
export type SnapshotKind = (typeof snapshotKinds)[number]

/** What became of a source's link since it was archived: `silent` does not answer, and may again. */
export const linkStates = ['ok', 'moved', 'changed', 'gone', 'blocked', 'silent'] as const
export type LinkState = (typeof linkStates)[number]
