/** A value that components can follow through `useSyncExternalStore`. */
export type Store<Value> = {
  get: () => Value
  set: (value: Value) => void
  subscribe: (follower: () => void) => () => void
}

/** Holds one value and tells its followers when another takes its place. */
export function storeOf<Value>(first: Value): Store<Value> {
  let value = first
  const followers = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const follower of [...followers]) follower()
    },
    subscribe: (follower) => {
      followers.add(follower)
      return () => followers.delete(follower)
    },
  }
}
