import { AsyncLocalStorage } from 'node:async_hooks'

/** The request on whose behalf something happens: its id, and the address it came from where that is known. */
export type Asked = { id: string; address: string | null }

// Next's bundle and the server process hold their own copy of this module.
const place = Symbol.for('proofroom.request')

function requests(): AsyncLocalStorage<Asked> {
  const known: AsyncLocalStorage<Asked> | undefined = Reflect.get(globalThis, place)
  const storage = known ?? new AsyncLocalStorage<Asked>()
  if (!known) Reflect.set(globalThis, place, storage)
  return storage
}

/** Does something on behalf of a request. */
export function inRequest<T>(asked: Asked, work: () => T): T {
  return requests().run(asked, work)
}

/** The request that is being answered; null for a command, or what happens by itself. */
export function currentRequest(): Asked | null {
  return requests().getStore() ?? null
}

/** The header that carries a request's id, there and back. */
export const requestIdHeader = 'x-request-id'

/** A request by its headers, as the process noted them. */
export function askedBy(headers: Pick<Headers, 'get'>): Asked | null {
  const id = headers.get(requestIdHeader)
  return id ? { id, address: headers.get('x-forwarded-for') } : null
}
