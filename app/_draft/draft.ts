/** What this window keeps of a member under a name; null where it is nothing, and on the server. */
export function draftOf(memberId: string, name: string): string | null {
  return typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(keyOf(memberId, name))
}

/** Keeps words in this window, across a reload, until null takes them away; whoever shows them is told. */
export function keepDraft(memberId: string, name: string, text: string | null) {
  if (text === null) sessionStorage.removeItem(keyOf(memberId, name))
  else sessionStorage.setItem(keyOf(memberId, name), text)
  for (const look of watching) look()
}

/** Whether this window keeps words of a member that are not said yet. */
export function hasDraft(memberId: string, name: string): boolean {
  return draftOf(memberId, name) !== null
}

/** What this window keeps of a member under names that have this word between their colons. */
export function draftsAbout(memberId: string, word: string): { name: string; text: string }[] {
  const mine = keyOf(memberId, '')
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(mine) && key.slice(mine.length).split(':').includes(word))
    .sort()
    .map((key) => ({ name: key.slice(mine.length), text: sessionStorage.getItem(key) ?? '' }))
}

/** Calls after each change of a draft in this window, until what it returns is called. */
export function watchDrafts(look: () => void): () => void {
  watching.add(look)
  return () => watching.delete(look)
}

const watching = new Set<() => void>()

const keyOf = (memberId: string, name: string) => `proofroom:draft:${memberId}:${name}`
