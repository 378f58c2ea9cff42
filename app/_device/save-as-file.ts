import { readClaims } from '@/server/room/doc/room-claims'
import { openDoc } from '@/server/room/doc/room-doc'
import { openDevice } from './device'

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
export async function saveRoom(room: { memberId: string; articleId: string }): Promise<void> {
  const doc = openDoc()
  const device = await openDevice(room, doc)
  saveAsFile(room.articleId, readClaims(doc))
  await device?.destroy()
  doc.destroy()
}
