/** Whose Yjs client ids are whose in a room: an id belongs to the member who used it first, for ever. */
export type ClientIds = {
  ownerOf: (clientId: number) => string | undefined
  /** A member writes under an id; true when nobody has before, so that it must be kept. */
  write: (clientId: number, memberId: string) => boolean
  /** A member shows a cursor under an id; it is theirs while the room is open. */
  show: (clientId: number, memberId: string) => void
}

export function clientIds(kept: { clientId: number; memberId: string }[]): ClientIds {
  const written = new Map(kept.map(({ clientId, memberId }) => [clientId, memberId]))
  const shown = new Map<number, string>()
  const ownerOf = (clientId: number) => written.get(clientId) ?? shown.get(clientId)
  return {
    ownerOf,
    write(clientId, memberId) {
      if (written.has(clientId)) return false
      written.set(clientId, memberId)
      return true
    },
    show(clientId, memberId) {
      if (ownerOf(clientId) === undefined) shown.set(clientId, memberId)
    },
  }
}
