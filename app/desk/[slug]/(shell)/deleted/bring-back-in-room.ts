import type { KeptRoom } from '@/app/_device/names'
import { linkRoom } from '@/app/desk/[slug]/articles/[articleId]/_room/line/link'
import type { Store } from '@/app/desk/[slug]/articles/[articleId]/_room/store'
import type { DeletedThing } from '@/server/deleted/deleted'
import { Refused } from '@/server/refusal'
import { restoreClaim } from '@/server/room/doc/marks'
import { readClaim } from '@/server/room/doc/room-claims'
import { openDoc, type RoomDoc } from '@/server/room/doc/room-doc'
import { readDeletedSources, setSourceDeleted } from '@/server/room/doc/source-values'

/** How long the room may take to come and to confirm, in ms. */
const patience = 20_000

type Door = KeptRoom & { askForPass: () => Promise<string> }

/**
 * Brings a claim or a source back as this member's edit in its room, which opens unseen; resolves once the server has
 * it on disk, and rejects with the reason where it cannot be done.
 */
export async function bringBackInRoom(thing: DeletedThing, door: Door): Promise<void> {
  const doc = openDoc()
  const { failed, fail } = failing()
  const late = setTimeout(() => fail(new Refused({ code: 'unreachable' })), patience)
  const link = await linkRoom(
    {
      ...{ ...door, doc },
      whyRefused: (error) => {
        fail(error)
        return 'no-entry'
      },
      restoredTo: () => null,
      onRestored: () => undefined,
      lookAgain: () => undefined,
    },
    () => false,
  )
  if (!link) return
  try {
    // Nobody comes into the room: only the edit does.
    link.provider.awareness?.setLocalState(null)
    await Promise.race([until(link.line, ({ connection }) => connection === 'live'), failed])
    if (!link.line.get().mayEdit) throw new Refused({ code: 'role-too-low' })
    writeBack(doc, thing)
    await Promise.race([until(link.saving, ({ waiting }) => waiting === 0), failed])
  } finally {
    clearTimeout(late)
    link.leave()
    doc.destroy()
  }
}

/** Does nothing where somebody else was quicker. */
function writeBack(doc: RoomDoc, { kind, id, claimId }: DeletedThing) {
  if (kind === 'source') {
    const isGone = readDeletedSources(doc, claimId ?? '').some((source) => source.id === id)
    if (isGone) setSourceDeleted(doc, id, null)
    return
  }
  const claim = readClaim(doc, id)
  if (claim?.isDeleted) restoreClaim(doc, claim)
}

function failing() {
  let fail: (error: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  // Whoever waits for it hears of it; when nobody does any more, it does not matter.
  failed.catch(() => undefined)
  return { failed, fail }
}

/** Resolves when a store holds what is looked for. */
function until<Value>(store: Store<Value>, isSo: (value: Value) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo(store.get())) return resolve()
    const stop = store.subscribe(() => {
      if (!isSo(store.get())) return
      stop()
      resolve()
    })
  })
}
