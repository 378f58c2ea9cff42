import type { Reading } from './read-state'

/** Several readings as one, for what is shown only when all of them are there. */
export function together(...all: Reading[]): Reading {
  const missing = all.find(({ data }) => data === undefined)
  return {
    data: missing ? undefined : all.map(({ data }) => data),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    fetchStatus: (missing ?? all[0])?.fetchStatus ?? 'idle',
  }
}
