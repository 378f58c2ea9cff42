import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { readRoomClaims } from '../../server/room/read-room'
import { readClaims } from '../../server/room/room-claims'
import { markClaim, type RoomDoc } from '../../server/room/room-doc'
import { freshDatabase } from '../database'
import { anArticle, damHash, damText, onDesk, selectorsOf } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'

await freshDatabase()
const server = await aRoomServer()
const lena = await onDesk('reviewer')
const idris = await onDesk('reviewer')

const words = 'the largest relief package since independence'

function mark(doc: RoomDoc): string {
  const id = uuid()
  const at = new Date().toISOString()
  markClaim(doc, {
    id,
    at,
    revision: damHash,
    text: damText,
    span: selectorsOf(words).position,
    appearance: null,
  })
  return id
}

const idsIn = (doc: RoomDoc) => readClaims(doc).map(({ id }) => id)

test('what one marks, the other sees', async () => {
  const article = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId: article.id })
  const other = await enter({ server, device: await signedIn(idris), articleId: article.id })
  const id = mark(one.doc)
  await until(() => idsIn(other.doc).includes(id), 'the mark on the other screen')
})

test('what is confirmed is in the database', async () => {
  const article = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId: article.id })
  const id = mark(browser.doc)
  await browser.kept()
  expect((await readRoomClaims(article.id)).map((claim) => claim.id)).toEqual([id])
})
