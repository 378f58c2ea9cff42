/** The same work, begun for each caller only when those before have their outcome, be it a fault. */
export function oneAtATime<Asked extends unknown[], Outcome>(work: (...asked: Asked) => Promise<Outcome>) {
  let queue: Promise<unknown> = Promise.resolve()
  return (...asked: Asked): Promise<Outcome> => {
    const done = queue.then(() => work(...asked))
    // The queue goes on; the outcome goes to the one who asked.
    queue = done.catch(() => undefined)
    return done
  }
}
