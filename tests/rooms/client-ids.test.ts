import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { claimMap, openDoc } from '../../server/room/doc/room-doc'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { claimIn, mark } from './marking'
import { enterRaw } from './raw-socket'

await freshDatabase()
const server = await aRoomServer()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('editor')]
const refused = { code: 4400, reason: 'foreign-client-id' }

/** A document in which somebody wrote under this client id. */
function writtenUnder(clientID: number, speaker: string) {
  const doc = Object.assign(openDoc(), { clientID })
  const id = mark(doc)
  claimMap(doc, id).set('speaker', speaker)
  return { doc, id }
}

test('a client id that was only shown is its owner’s after everybody has left and the server was started again', async () => {
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const colleague = await enter({ server, device: await signedIn(idris), articleId })
  const { clientID } = browser.doc
  await until(
    () => colleague.provider.awareness?.states.has(clientID) ?? false,
    'the cursor on the other screen',
  )
  browser.leave()
  colleague.leave()
  const again = await aRoomServer()
  const raw = await enterRaw(again, await signedIn(idris), articleId)
  raw.sendUpdate(Y.encodeStateAsUpdate(writtenUnder(clientID, 'forged').doc))
  expect(await raw.ended()).toEqual(refused)
  const offline = writtenUnder(clientID, 'typed offline')
  const back = await enter({ server: again, device: await signedIn(lena), articleId, doc: offline.doc })
  await back.kept()
  const other = await enter({ server: again, device: await signedIn(idris), articleId })
  expect(claimIn(other.doc, offline.id)?.speaker).toBe('typed offline')
})

test('words under the numbers of a colleague’s words are refused, not taken for theirs', async () => {
  const { id: articleId } = await anArticle(lena)
  const first = writtenUnder(90, 'Idris')
  await (await enter({ server, device: await signedIn(idris), articleId, doc: first.doc })).kept()
  const raw = await enterRaw(server, await signedIn(lena), articleId)
  raw.sendUpdate(Y.encodeStateAsUpdate(writtenUnder(90, 'Lena').doc))
  expect(await raw.ended()).toEqual(refused)
})
