/** Reads something by its name at most once for one request, however many of its questions need it. */
export type ReadOnce = <Answer>(name: string, read: () => Promise<Answer>) => Promise<Answer>

/** Makes one for a request that only asks: what an act changes must be read anew. */
export function readingOnce(): ReadOnce {
  const kept = new Map<string, Promise<unknown>>()
  return <Answer>(name: string, read: () => Promise<Answer>) => {
    const begun = kept.get(name) ?? read()
    kept.set(name, begun)
    // Whoever names it reads the same thing by that name.
    return begun as Promise<Answer>
  }
}

/** For callers that are no single request: everything is read when it is asked. */
export const readAlways: ReadOnce = (_, read) => read()
