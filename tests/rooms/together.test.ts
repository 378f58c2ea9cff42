import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rationaleOf, textOf } from '../../server/room/doc/room-doc'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'

await freshDatabase()
const server = await aRoomServer()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('reviewer')]

async function twoInOneRoom() {
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  const other = await enter({ server, device: await signedIn(idris), articleId })
  return { articleId, one, other }
}

test('what one marks, the other sees', async () => {
  const { one, other } = await twoInOneRoom()
  const id = mark(one.doc)
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
})

test('the same passage marked by two at once stands twice', async () => {
  const { one, other } = await twoInOneRoom()
  const ids = [mark(one.doc), mark(other.doc)]
  for (const { doc } of [one, other])
    await until(() => ids.every((id) => hasClaim(doc, id)), 'both marks on both screens')
})

test('what two type at once in one rationale is all there, the same on both screens', async () => {
  const { one, other } = await twoInOneRoom()
  const id = mark(one.doc)
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  const typed = new Map([
    [one, 'In cash terms this is right.'],
    [other, 'Adjusted for prices it is not.'],
  ])
  for (const [{ doc }, words] of typed) {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    rationaleOf(doc, id).push([paragraph])
    paragraph.push([text])
    for (const letter of words) text.insert(text.length, letter)
  }
  const written = (doc: Y.Doc) => rationaleOf(doc, id).toString()
  await until(() => written(one.doc) === written(other.doc), 'the same words on both screens')
  for (const words of typed.values()) expect(written(one.doc)).toContain(words)
})

test('the first words of a statement written by two at once are both kept', async () => {
  const { one, other } = await twoInOneRoom()
  const id = mark(one.doc)
  textOf(one.doc, 'statement', id).insert(0, 'ONE')
  textOf(other.doc, 'statement', id).insert(0, 'OTHER')
  const said = (doc: Y.Doc) => textOf(doc, 'statement', id).toString()
  await until(
    () => said(one.doc).length === 8 && said(one.doc) === said(other.doc),
    'both words on both screens',
  )
})

test('a colleague appears under the name the server knows, whatever their browser says', async () => {
  const { one, other } = await twoInOneRoom()
  one.provider.awareness?.setLocalState({ user: { memberId: idris.id, name: 'The Editor' }, claimId: null })
  const seen = () => other.provider.awareness?.getStates().get(one.doc.clientID)
  await until(() => seen()?.claimId === null, 'the colleague')
  expect(seen()?.user).toMatchObject({ memberId: lena.id, name: lena.name, role: 'reviewer' })
})

test('nobody can move a colleague’s cursor', async () => {
  const { one, other } = await twoInOneRoom()
  one.provider.setAwarenessField('claimId', 'mine')
  const seenOf = (clientId: number) => other.provider.awareness?.getStates().get(clientId)
  await until(() => seenOf(one.doc.clientID)?.claimId === 'mine', 'the colleague')
  const third = await enter({
    server,
    device: await signedIn(idris),
    articleId: one.provider.configuration.name.slice('article:'.length),
    doc: Object.assign(new Y.Doc(), { clientID: one.doc.clientID }),
  })
  third.provider.setAwarenessField('claimId', 'forged')
  // What comes after the forgery on the same line shows that it has been handled.
  await third.kept()
  expect(seenOf(one.doc.clientID)?.claimId).toBe('mine')
})

test('a cursor goes when its owner hides it, and at once when they leave', async () => {
  const { one, other } = await twoInOneRoom()
  const isSeen = () => other.provider.awareness?.getStates().has(one.doc.clientID) ?? false
  one.provider.setAwarenessField('claimId', null)
  await until(isSeen, 'the colleague')
  one.provider.awareness?.setLocalState(null)
  await until(() => !isSeen(), 'the cursor to go')
  one.provider.awareness?.setLocalState({ claimId: null })
  await until(isSeen, 'the colleague to come back')
  one.leave()
  await until(() => !isSeen(), 'the cursor to go')
})

test('whoever loses the line for a moment is seen again soon after', async () => {
  const { one, other } = await twoInOneRoom()
  const isSeen = () => other.provider.awareness?.getStates().has(one.doc.clientID) ?? false
  one.provider.setAwarenessField('claimId', null)
  await until(isSeen, 'the colleague')
  one.provider.configuration.websocketProvider.webSocket?.close()
  await until(() => !isSeen(), 'the cursor to go')
  const begun = Date.now()
  await until(isSeen, 'the colleague to come back')
  // Their own renewal would be heard after 15 s at the earliest.
  expect(Date.now() - begun).toBeLessThan(10_000)
})
