const listeners = new Set<() => void>()

/** Says that another page was asked for. */
export function tellSetOff(): void {
  for (const listener of listeners) listener()
}

/** Calls back each time another page is asked for; gives the way to stop that. */
export function onSetOff(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
