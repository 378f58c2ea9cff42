import { type Database, db } from './client'

/**
 * A question that nearly every request asks: written once a process, and planned once a connection, as both take longer
 * than its answer. `build` ends in `.prepare(name)`, with a name of its own.
 */
export function prepared<Question>(build: (on: Database) => Question): () => Question {
  let made: { on: Database; question: Question } | null = null
  return () => {
    const on = db()
    if (made?.on !== on) made = { on, question: build(on) }
    return made.question
  }
}
