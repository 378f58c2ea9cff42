import { expect, test } from 'vitest'
import { renderOutbox } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { setReason } from '../../../server/room/doc/entries/unlinked-values'
import { writeInRoom } from '../../../server/room/live/write-in-room'
import { readPack } from '../../../server/source/pack/read-pack'
import { addFile } from '../../../server/source/snapshot/add-file'
import { readEvidence } from '../../../server/source/snapshot/read-evidence'
import { readSnapshot } from '../../../server/source/snapshot/read-snapshot'
import { freshDatabase } from '../../database'
import { aClaim, aSource, refusalOf } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { writeClaim } from '../../write-claim'
import { aDataDir } from './a-site'

await freshDatabase()
aDataDir()

const call = { way: 'call', who: 'Secretname', role: 'a ministry official', by: 'Ruth Bell' } as const
const open = aSource({ address: '' })
const deep = aSource({ address: '', unlinked: { ...call, terms: 'background' } })
const hidden = aSource({ address: '', confidential: { reason: 'to protect the source' } })
const room = await aNewsroom()
const claim = aClaim({ sources: [open, deep, hidden] })
await writeInRoom(room.article.id, room.author, (doc) => writeClaim(doc, claim, room.article.text))
const attach = (sourceId: string) =>
  addFile({
    ...{ claimId: claim.id, sourceId, member: room.author },
    ...{ fileName: 'letter.txt', bytes: Buffer.from(`A letter about ${sourceId}.`) },
  })
await attach(open.id)
await attach(deep.id)

test('no file is attached to a confidential source, where it would lie as it is', async () => {
  expect(await refusalOf(attach(hidden.id))).toBe('source-confidential')
})

test('a pack has neither the names nor the files that the terms of its sources withhold', async () => {
  const { claim: told, kept } = await readPack(room.author, claim.id)
  expect(kept.map(({ sourceId }) => sourceId)).toEqual([open.id])
  expect(JSON.stringify(told)).not.toContain('Secretname')
})

test('a publication records no file of a source whose terms withhold who it is', async () => {
  const { number } = await published(room, claim)
  await renderOutbox()
  const told = JSON.parse((await readPage(`/api/v1/claims/${number}`))?.bytes.toString('utf8') ?? '{}')
  const archived = told.sources.map((source: { archived: unknown[] }) => source.archived.length)
  expect(archived).toEqual([1, 0, 0])
})

test('what was attached before a source became confidential is shown to nobody', async () => {
  const snapshotOf = async () =>
    (await readEvidence(room.author, claim.id)).find(({ sourceId }) => sourceId === open.id)?.snapshots[0]
  const id = (await snapshotOf())?.id ?? ''
  expect((await readSnapshot(room.author, id)).bytes.toString()).toBe(`A letter about ${open.id}.`)
  await writeInRoom(room.article.id, room.author, (doc) => setReason(doc, open.id, 'to protect the source'))
  await expect.poll(snapshotOf).toBeUndefined()
  expect(await refusalOf(readSnapshot(room.author, id))).toBe('snapshot-unknown')
})
