import type { Claim } from '@/server/claim/claim'
import { readClaims } from '@/server/room/doc/room-claims'
import { openDoc } from '@/server/room/doc/room-doc'
import { openDevice } from './device'
import type { KeptRoom } from './names'

/** Gives the claims of an article to the person as a file that can be read. */
export function saveAsFile(articleId: string, claims: unknown) {
  const file = new Blob([JSON.stringify({ article: articleId, claims }, null, 2)], {
    type: 'application/json',
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `proofroom-${articleId}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Gives the claims of a room that is not open, as this device keeps them. */
export async function saveRoom(room: KeptRoom): Promise<void> {
  saveAsFile(room.articleId, await readCopy(room))
}

/** The claims of a room that is not open, as this device keeps them. */
export async function readCopy(room: KeptRoom): Promise<Claim[]> {
  const doc = openDoc()
  const device = await openDevice(room, doc)
  const claims = readClaims(doc)
  await device?.destroy()
  doc.destroy()
  return claims
}
