/** Whose Yjs client ids are whose in a room: an id belongs to the member who showed or used it first, for ever. */
export type ClientIds = {
  ownerOf: (clientId: number) => string | undefined
  /** A member shows a cursor or writes under an id; true when nobody has before, so that it must be kept. */
  take: (clientId: number, memberId: string) => boolean
}

export function clientIds(kept: { clientId: number; memberId: string }[]): ClientIds {
  const owners = new Map(kept.map(({ clientId, memberId }) => [clientId, memberId]))
  return {
    ownerOf: (clientId) => owners.get(clientId),
    take(clientId, memberId) {
      if (owners.has(clientId)) return false
      owners.set(clientId, memberId)
      return true
    },
  }
}
