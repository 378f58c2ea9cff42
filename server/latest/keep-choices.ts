import { max } from 'drizzle-orm'
import type pg from 'pg'
import { db, pool } from '../../db/client'
import { logEntries } from '../../db/schema'
import type { Choices } from './filter'
import { readChoices } from './read-latest'

type Kept = { choices: Promise<Choices>; entry: number | null; until: number }

/** How long desks and topics may go by an older name in the list, in ms. */
const keptFor = 60_000

const kept = new WeakMap<pg.Pool, Kept>()

/**
 * What is published can be narrowed to, as everybody who narrows the list is shown it: counting the topics of all checks
 * takes longer than finding some, so it is done once after each entry of the log.
 */
export async function choicesNow(now = Date.now()): Promise<Choices> {
  const [newest] = await db()
    .select({ entry: max(logEntries.index) })
    .from(logEntries)
  const entry = newest?.entry ?? null
  const known = kept.get(pool())
  if (known && known.entry === entry && now < known.until) return known.choices
  const choices = readChoices(db())
  kept.set(pool(), { choices, entry, until: now + keptFor })
  // What failed is asked again by the next one.
  choices.catch(() => kept.delete(pool()))
  return choices
}
