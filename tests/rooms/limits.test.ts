import fc from 'fast-check'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { expect, test } from 'vitest'
import { documentOf } from '../../server/room/doc/room-doc'
import { kinds } from '../../server/room/socket/frame'
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
