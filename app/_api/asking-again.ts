import { type InvalidateQueryFilters, type Query, QueryClient } from '@tanstack/react-query'

/**
 * A query client that asks again also what is on its very first way when it is invalidated. React Query takes the first
 * answer for the answer to that, though it may have been read before the change; so it is asked for once more as soon as
 * the first one is there.
 */
export class AskingAgain extends QueryClient {
  readonly #later = new Map<Query, Promise<void>>()

  override async invalidateQueries(
    ...[filters, options]: Parameters<QueryClient['invalidateQueries']>
  ): Promise<void> {
    const first = this.getQueryCache()
      .findAll({ ...filters, fetchStatus: 'fetching' })
      .filter(hasNoAnswer)
    await Promise.all([
      super.invalidateQueries(filters, options),
      ...first.map((query) => this.#onceAnswered(query, filters)),
    ])
  }

  /** However often it is asked meanwhile, one more question follows the first answer. */
  #onceAnswered(query: Query, filters?: InvalidateQueryFilters): Promise<void> {
    const waiting = this.#later.get(query)
    if (waiting) return waiting
    const asked = answered(query).then(() => {
      this.#later.delete(query)
      return super.invalidateQueries({ refetchType: filters?.refetchType, predicate: (one) => one === query })
    })
    this.#later.set(query, asked)
    return asked
  }
}

const hasNoAnswer = ({ state }: Query) => state.data === undefined

/** When the question on its way has ended; how, is told to whoever shows it. */
async function answered(query: Query): Promise<void> {
  await query.promise?.catch(() => undefined)
}
