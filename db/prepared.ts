import { type Database, dbForNamed } from './client'

/**
 * A question that is asked often: written once a process, and planned once a connection, as both take longer than its
 * answer. It is planned for any values: not for one whose best way depends on them. `build` ends in `.prepare(name)`, with a name of its own.
 */
export function prepared<Question>(build: (on: Database) => Question): () => Question {
  let made: { on: Database; question: Question } | null = null
  return () => {
    const on = dbForNamed()
    if (made?.on !== on) made = { on, question: build(on) }
    return made.question
  }
}
