import { z } from 'zod'

/** What the server tells a browser beside the document itself, as the JSON of a stateless message. */
const newsShape = z.discriminatedUnion('type', [
  /** Everything this browser sent before it asked about this version is on disk. */
  z.object({ type: z.literal('kept'), version: z.number() }),
  /**
   * How many frames this connection was sent: answers to all that it lacked, and edits since the last of them. Who
   * heard fewer asks for all it lacks.
   */
  z.object({ type: z.literal('told'), answers: z.number(), edits: z.number() }),
  /** Rows about this article have changed: ask for them again. */
  z.object({ type: z.literal('look-again') }),
  /** The member's role now allows writing, or no longer does. */
  z.object({ type: z.literal('rights'), mayEdit: z.boolean() }),
  /** Whether edits reach the disk at this moment; while not, they wait and nothing is lost. */
  z.object({ type: z.literal('storage'), isWell: z.boolean() }),
])
export type RoomNews = z.infer<typeof newsShape>

const count = z.number().int().nonnegative()

/**
 * What a browser asks: whether all that it sent before this is on disk. `version` is its own count; what was lost on
 * its way is missed by `sent`, the frames with edits on this connection, and by `client` and `clock`, which say in
 * Yjs' count how far its edits go.
 */
const questionShape = z.object({
  type: z.literal('version'),
  ...{ version: count, sent: count, client: count, clock: count },
})
export type RoomQuestion = z.infer<typeof questionShape>

/** News as a browser receives it; null for what is none, as a newer server may tell more. */
export function readNews(payload: string): RoomNews | null {
  return newsShape.safeParse(jsonIn(payload)).data ?? null
}

/** A question as the server receives it; null for what is none. */
export function readQuestion(payload: string): RoomQuestion | null {
  return questionShape.safeParse(jsonIn(payload)).data ?? null
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is not a message we know.
    return null
  }
}
