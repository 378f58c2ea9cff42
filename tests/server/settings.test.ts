import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { desks } from '../../db/schema'
import { changeDesk } from '../../server/member/settings/change-desk'
import { renderOutbox } from '../../server/publication/made/render'
import { startRendering } from '../../server/publication/made/start-rendering'
import { readPage } from '../../server/publication/stored/read-page'
import { Refused } from '../../server/refusal'
import { submit } from '../../server/review/submit'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()

async function settingsOf(deskId: string) {
  const [desk] = await db.select().from(desks).where(eq(desks.id, deskId))
  return desk
}

test('a changed public name stands on readers’ pages a moment later', async () => {
  const room = await aNewsroom()
  const { path } = await published(room, aClaim())
  await renderOutbox()
  const rendering = await startRendering((error) => expect.unreachable(String(error)))
  const was = { name: room.desk.name }
  await changeDesk(room.editor, { was, to: { name: 'The Karsell Checkers' } })
  const html = async () => (await readPage(path))?.bytes.toString()
  await expect.poll(html, { timeout: 20_000 }).toContain('The Karsell Checkers')
  await rendering.close()
})

test('of two admins who change the same at once one is told that the other was faster', async () => {
  const desk = await aDesk()
  const [one, other] = [await onDesk('admin', desk), await onDesk('admin', desk)]
  const was = { sourcesNeeded: 2 }
  const [first, second] = [
    changeDesk(one, { was, to: { sourcesNeeded: 3 } }),
    changeDesk(other, { was, to: { sourcesNeeded: 4 } }),
  ]
  const outcomes = await Promise.allSettled([first, second])
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refused).toEqual([new Refused({ code: 'setting-changed' })])
})

test('the same change sent again after a lost answer is no conflict', async () => {
  const desk = await aDesk()
  const change = { was: { sourcesNeeded: 2 }, to: { sourcesNeeded: 3 } }
  await changeDesk(await onDesk('admin', desk), change)
  await changeDesk(await onDesk('admin', desk), change)
  expect((await settingsOf(desk.id))?.sourcesNeeded).toBe(3)
})

test('a desk’s settings are no other desk’s', async () => {
  const [ours, theirs] = [await aDesk(), await aDesk()]
  const change = { was: { suggestersAreAuthors: true }, to: { suggestersAreAuthors: false } }
  await changeDesk(await onDesk('admin', ours), change)
  expect((await settingsOf(theirs.id))?.suggestersAreAuthors).toBe(true)
})

test('what a claim needs is asked of the next submission', async () => {
  const desk = await aDesk()
  const author = await onDesk('reviewer', desk)
  const claim = aClaim()
  const room = await aRoomWith([claim], author)
  await changeDesk(author, { was: { sourcesNeeded: 2 }, to: { sourcesNeeded: 3 } })
  const asked = {
    claimId: claim.id,
    hash: await room.hashOf(claim.id),
    kind: 'first',
    publicNote: '',
  } as const
  expect(await refusalOf(submit({ ...asked, member: author }))).toBe('too-few-sources')
})
