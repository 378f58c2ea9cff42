/** The fixed words about evidence behind sources. */

/** How a snapshot of a source came to be: fetched from its address, or attached as a file. */
export const snapshotKinds = ['fetched', 'attached'] as const
export type SnapshotKind = (typeof snapshotKinds)[number]

/** Who vouches for a snapshot elsewhere: an authority for the time of its hash (RFC 3161), or the Wayback Machine with a copy. */
export const stampKinds = ['timestamp', 'wayback'] as const
export type StampKind = (typeof stampKinds)[number]

/** What became of a source's link since it was archived: `silent` does not answer, and may again. */
export const linkStates = ['ok', 'moved', 'changed', 'gone', 'blocked', 'silent'] as const
export type LinkState = (typeof linkStates)[number]
