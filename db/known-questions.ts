import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * How often a question is asked before it is worth keeping, and how many are kept at most: each connection keeps its own
 * plan of each, in Postgres' memory.
 */
const [often, most] = [3, 100]
const timesAsked = new Map<string, number>()
const names = new Map<string, string>()

/** The name under which a connection keeps a question compiled; none for one that is asked seldom. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= most) return known
  const times = (timesAsked.get(text) ?? 0) + 1
  // Questions with lists in them have a text for each length: what is asked seldom is forgotten.
  if (timesAsked.size > 10 * most) timesAsked.clear()
  timesAsked.set(text, times)
  if (times < often) return undefined
  timesAsked.delete(text)
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40)
  names.set(text, name)
  return name
}

/** A connection that compiles once what is asked of it often: planning many joins takes longer than reading them. */
export class KnowingClient extends pg.Client {
  // Every way of asking comes by here; pg tells by its arguments which it is.
  override query = ((...asked: unknown[]) => {
    const [config, values] = asked
    const hasValues = Array.isArray(values) && values.length > 0
    if (hasValues && isNameless(config)) asked[0] = { ...config, name: nameOf(config.text) }
    return Reflect.apply(pg.Client.prototype.query, this, asked)
  }) as pg.Client['query']
}

function isNameless(config: unknown): config is { text: string } {
  return (
    typeof config === 'object' &&
    config !== null &&
    'text' in config &&
    !('submit' in config) &&
    !Reflect.get(config, 'name')
  )
}
