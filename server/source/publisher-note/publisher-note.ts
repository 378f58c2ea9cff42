import { z } from 'zod'

const most = 500

/** What a member writes about how far a publisher can be relied on; empty takes back what was said. */
export const noteTextShape = z.string().trim().max(most)

/** A note as it is shown wherever the publisher's words are used as a source. */
export type PublisherNote = { publisher: string; text: string; by: string; at: Date }
