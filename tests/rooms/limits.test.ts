import fc from 'fast-check'
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { expect, test } from 'vitest'
import { makePass } from '../../server/room/admit'
import { documentOf } from '../../server/room/doc/room-doc'
import { endings } from '../../server/room/socket/endings'
import { kinds, syncKinds } from '../../server/room/socket/frame'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { connectRaw, enterRaw, type RawSocket } from './raw-socket'

await freshDatabase()
const server = await aRoomServer()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('editor')]

async function aRoomWithAColleague() {
  const { id: articleId } = await anArticle(lena)
  return { articleId, colleague: await enter({ server, device: await signedIn(lena), articleId }) }
}

test('all connections of a member share one measure, and nobody else’s is touched', async () => {
  const { articleId, colleague } = await aRoomWithAColleague()
  const raws: RawSocket[] = []
  for (let count = 0; count < 4; count++) raws.push(await enterRaw(server, await signedIn(idris), articleId))
  // Each of them alone would be allowed this.
  for (const raw of raws)
    for (let count = 0; count < 1_500; count++)
      raw.send(kinds.stateless, (encoder) => writeVarString(encoder, '{}'))
  await until(() => raws.some(({ closed }) => closed?.code === 4429), 'one of them to be cut off')
  await colleague.kept()
  expect(colleague.closed).toEqual([])
})

test('whoever asks again and again for all they lack is answered now and then', async () => {
  const { articleId, colleague } = await aRoomWithAColleague()
  const raw = await enterRaw(server, await signedIn(await onDesk('reviewer')), articleId)
  const answers = () => raw.received.filter(({ kind }) => kind === kinds.sync).length
  const asked = 500
  for (let count = 0; count < asked; count++)
    raw.send(kinds.sync, (encoder) => {
      writeVarUint(encoder, syncKinds.step1)
      writeVarUint8Array(encoder, Uint8Array.of(0))
    })
  // What is asked after them is heard after them.
  raw.send(kinds.stateless, (encoder) => writeVarString(encoder, '{}'))
  await colleague.kept()
  await until(() => answers() > 10, 'the answers it may have')
  // Two frames each: what is lacked, and the question back.
  expect(answers()).toBeLessThan(asked / 10)
  expect(raw.closed).toBeNull()
})

test('a member has at most fifty connections', async () => {
  const { articleId } = await aRoomWithAColleague()
  const device = await signedIn(await onDesk('reviewer'))
  const raws: RawSocket[] = []
  for (let count = 0; count < 50; count++) raws.push(await enterRaw(server, device, articleId))
  const { token } = await makePass({ ...device, articleId })
  const oneMore = await connectRaw(server, documentOf(articleId))
  oneMore.send(kinds.auth, (encoder) => {
    writeVarUint(encoder, 0)
    writeVarString(encoder, token)
  })
  expect((await oneMore.ended()).code).toBe(endings['too-many'])
  expect(raws.filter(({ closed }) => closed)).toEqual([])
  for (const { socket } of raws) socket.close()
})

test('a presence that is too long is not shown, and of many only a few', async () => {
  const { articleId, colleague } = await aRoomWithAColleague()
  const raw = await enterRaw(server, await signedIn(await onDesk('reviewer')), articleId)
  const show = (clientId: number, state: object) =>
    raw.send(kinds.awareness, (encoder) => {
      const inner = createEncoder()
      for (const number of [1, clientId, 1]) writeVarUint(inner, number)
      writeVarString(inner, JSON.stringify(state))
      writeVarUint8Array(encoder, toUint8Array(inner))
    })
  const shown = () => [...(colleague.provider.awareness?.getStates().keys() ?? [])]
  show(1_000, { claimId: 'x'.repeat(5_000) })
  for (let clientId = 1_001; clientId <= 1_012; clientId++) show(clientId, { claimId: null })
  await until(() => shown().includes(1_001), 'the first of them')
  await colleague.kept()
  const theirs = shown().filter((clientId) => clientId >= 1_000 && clientId <= 1_012)
  expect(theirs).toEqual([1_001, 1_002, 1_003, 1_004, 1_005, 1_006, 1_007, 1_008])
})

/** A frame as anybody could make it: of our protocol up to a point, and then anything. */
const frames = fc.record({
  isOfThisRoom: fc.boolean(),
  kind: fc.nat(12),
  rest: fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    // The start of a sync message, and then anything.
    fc
      .tuple(fc.nat(3), fc.uint8Array({ maxLength: 60 }))
      .map(([sync, bytes]) => Uint8Array.of(sync, bytes.length, ...bytes)),
  ),
})
const sent = fc.oneof(
  { arbitrary: frames, weight: 6 },
  { arbitrary: fc.uint8Array({ maxLength: 80 }), weight: 1 },
  { arbitrary: fc.string(), weight: 1 },
)

test('whatever anybody sends, before a pass or in the room, the others work on', async () => {
  const { articleId, colleague } = await aRoomWithAColleague()
  const device = await signedIn(idris)
  const story = fc.asyncProperty(
    fc.boolean(),
    fc.array(sent, { minLength: 1, maxLength: 8 }),
    async (hasPass, all) => {
      const raw = hasPass
        ? await enterRaw(server, device, articleId)
        : await connectRaw(server, documentOf(articleId))
      for (const one of all) raw.socket.send(bytesOf(one, raw.document))
      raw.socket.close()
      await raw.ended()
      await colleague.kept()
    },
  )
  await fc.assert(story, { numRuns: 80 })
  expect(colleague.closed).toEqual([])
})

type Frame = typeof frames extends fc.Arbitrary<infer Value> ? Value : never

function bytesOf(one: Frame | Uint8Array | string, document: string): Uint8Array | string {
  if (typeof one === 'string' || one instanceof Uint8Array) return one
  const encoder = createEncoder()
  writeVarString(encoder, one.isOfThisRoom ? document : 'article:another')
  writeVarUint(encoder, one.kind)
  writeUint8Array(encoder, one.rest)
  return toUint8Array(encoder)
}
