/** What is looked up anew for whoever asks: how often one network may, within the window. */
export const allowed = { search: 60, oembed: 120, mcp: 120, changes: 60 } as const
export type Computed = keyof typeof allowed

/** In seconds. */
export const window = 60
