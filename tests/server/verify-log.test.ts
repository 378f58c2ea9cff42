import { execFile } from 'node:child_process'
import { createHash, verify as verifySignature } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eq, gte, like, max, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pages as kept, logEntries, logNodes } from '../../db/schema'
import { houseScale } from '../../server/claim/scale'
import { verifyLog } from '../../server/command/verify/verify-log.mjs'
import { verifyRecord } from '../../server/command/verify/verify-record.mjs'
import { witnessLog } from '../../server/command/verify/witness.mjs'
import { checkpointText, signedNote } from '../../server/publication/log/checkpoint'
import { logKeyOf } from '../../server/publication/log/read-log-key'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { changeScale } from '../../server/scale/change-scale'
import { readScale } from '../../server/scale/read-scale'
import { freshDatabase } from '../database'
import { aClaim, onDesk } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { servedPages } from '../served-pages'

const db = await freshDatabase()
const room = await aNewsroom()
const { pages, dataDir, address } = await servedPages()

async function made() {
  await renderStale()
  await renderOutbox()
  await pages.settled()
  return verifyLog(address, { askAgain: 0 })
}

/** The log as somebody hands it out who changes what passes: an answer for a path, null to leave it. */
const through = (change: (path: string, body: Buffer) => Buffer | string | null) => async (url: URL) => {
  const response = await fetch(url)
  const body = Buffer.from(await response.arrayBuffer())
  const { status } = response
  return new Response(new Uint8Array(Buffer.from(change(url.pathname, body) ?? body)), { status })
}
const whats = ({ faults }: { faults: { what: string }[] }) => [...new Set(faults.map(({ what }) => what))]

test('an empty log is signed, too', async () => {
  expect(await made()).toMatchObject({ size: 0, faults: [] })
})

test('every publication, correction, retraction, line and scale is in a log that holds from outside', async () => {
  const claim = aClaim({ shortAnswer: 'No. It is the “second largest” & the first was <larger>.' })
  await published(room, claim)
  await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'We had it wrong.' },
  )
  const { number } = await published(room, aClaim())
  const admin = await onDesk('admin', room.desk)
  const scale = houseScale().map((entry) => ({ ...entry, meaning: `${entry.meaning} Anew.` }))
  await changeScale({ member: admin, was: 0, to: scale })
  const again = aClaim()
  await published(room, again)
  await putUnderReview({
    member: room.editor,
    claimId: again.id,
    version: 1,
    line: 'Lena Vey says otherwise.',
  })
  await published(room, again, { kind: 'retraction', publicNote: 'We withdraw it.' })
  const answer = await made()
  expect(answer.faults).toEqual([])
  expect(answer.size).toBe(7)
  expect(number).toBeGreaterThan(0)
  const kinds = (await db.select().from(logEntries).orderBy(logEntries.index)).map(({ kind }) => kind)
  expect(kinds).toEqual([
    'publication',
    'correction',
    'publication',
    'scale',
    'publication',
    'under-review',
    'retraction',
  ])
  // Nobody's name and no words that people wrote.
  const entries = await (await fetch(`${address}/log/tile/entries/000.p/7`)).text()
  for (const words of ['Lena', 'otherwise', 'withdraw', room.editor.name])
    expect(entries).not.toContain(words)
})

test('a byte that is changed in an old version is found, in its record and on its page', async () => {
  const record = through((path, body) =>
    path.endsWith('/record.json') ? body.toString().replace('second largest', 'third largest') : null,
  )
  expect(whats(await verifyLog(address, { askAgain: 0, fetchFrom: record }))).toEqual(['record', 'page'])
  const page = through((path, body) =>
    path === '/c/1/v/1' ? body.toString().replaceAll('second largest', 'third largest') : null,
  )
  const { faults } = await verifyLog(address, { askAgain: 0, fetchFrom: page })
  expect(faults).toEqual([
    { what: 'page', where: '/c/1/v/1', why: expect.stringContaining('second largest') },
  ])
})

test('an entry that is changed, taken out or put elsewhere does not add up to what was signed', async () => {
  const entriesOf = (body: Buffer) => {
    const entries: Buffer[] = []
    for (let at = 0; at < body.length; at += 2 + body.readUInt16BE(at))
      entries.push(body.subarray(at, at + 2 + body.readUInt16BE(at)))
    return entries
  }
  const changed = (change: (entries: Buffer[]) => Buffer[]) =>
    through((path, body) => (path.includes('/entries/') ? Buffer.concat(change(entriesOf(body))) : null))
  const ways = {
    changed: changed((entries) =>
      entries.map((one) =>
        Buffer.from(one.toString('latin1').replace('"version":1', '"version":3'), 'latin1'),
      ),
    ),
    removed: changed((entries) => entries.toSpliced(2, 1)),
    reordered: changed(([one, other, ...rest]) =>
      [other, one, ...rest].filter((entry) => entry !== undefined),
    ),
  }
  const found = await Promise.all(
    Object.values(ways).map(async (fetchFrom) => whats(await verifyLog(address, { askAgain: 0, fetchFrom }))),
  )
  expect(found[0]).toEqual(expect.arrayContaining(['root', 'tile']))
  expect(found[1]).toEqual(expect.arrayContaining(['entries', 'tile', 'order']))
  expect(found[2]).toEqual(expect.arrayContaining(['root', 'tile', 'order']))
})

test('whoever noted an earlier checkpoint finds a log that was made anew with the newsroom’s own key', async () => {
  const before = await verifyLog(address, { askAgain: 0 })
  await published(room, aClaim())
  const { key, ...now } = await made()
  expect(now.size).toBe(before.size + 1)
  expect((await verifyLog(address, { askAgain: 0, key, seen: [before.checkpoint] })).faults).toEqual([])

  // The newsroom takes its first entry out and signs what is left: in itself it holds.
  await forged(() => db.delete(logEntries).where(eq(logEntries.index, now.size - 1)))
  const shorter = await made()
  expect(shorter.faults).toEqual([])
  expect(
    whats(await verifyLog(address, { askAgain: 0, key, seen: [before.checkpoint, now.checkpoint] })),
  ).toEqual(['removed'])
  await published(room, aClaim())
  const other = await made()
  expect(other).toMatchObject({ size: now.size, faults: [] })
  expect(
    whats(await verifyLog(address, { askAgain: 0, key, seen: [before.checkpoint, now.checkpoint] })),
  ).toEqual(['forked'])
  expect((await verifyLog(address, { askAgain: 0, key, seen: [before.checkpoint] })).faults).toEqual([])
})

test('a version is checked without a connection, from its record and proof, also when the log has grown', async () => {
  const { key } = await verifyLog(address, { askAgain: 0 })
  const [record, proof] = await Promise.all(
    ['record.json', 'proof.txt'].map(async (name) =>
      Buffer.from(await (await fetch(`${address}/c/1/v/1/${name}`)).arrayBuffer()),
    ),
  )
  if (!record || !proof) throw new Error('two files were read')
  expect(verifyRecord(record, proof, key)).toMatchObject({
    entry: { index: 0, kind: 'publication' },
    faults: [],
  })
  const altered = Buffer.from(record.toString().replace('second largest', 'third largest'))
  expect(verifyRecord(altered, proof, key).faults).toContain('its record is not the one that is sealed')
  const lines = proof.toString().split('\n')
  const entry = Buffer.from(lines[1]?.slice(6) ?? '', 'base64').toString()
  lines[1] = `extra ${Buffer.from(entry.replace('"version":1', '"version":2')).toString('base64')}`
  const forgedProof = Buffer.from(lines.join('\n'))
  expect(verifyRecord(record, forgedProof, key).faults).toContain(
    'the entry is not in the log that is signed',
  )
})

test('the operator’s tool is a witness without a database: it goes on from what it noted', async () => {
  const state = join(dataDir, 'witness.json')
  const verify = (...args: string[]) => {
    const command = ['server/command/proofroom.mjs', 'verify-log', ...args, '--state', state]
    // Asked aside: what is asked is served by this very process.
    return promisify(execFile)('node', command).then(
      ({ stdout }) => ({ code: 0, ...JSON.parse(stdout) }),
      ({ code, stdout, stderr }) => ({ code, stderr, ...JSON.parse(stdout || '{}') }),
    )
  }
  expect(await verify(address)).toMatchObject({ code: 0, faults: [] })
  const { checkpoint } = await verifyLog(address, { askAgain: 0 })
  expect(JSON.parse(readFileSync(state, 'utf8')).checkpoints).toEqual([checkpoint])
  await forged(() => db.delete(logEntries).where(gte(logEntries.index, 2)))
  expect((await made()).faults).toEqual([])
  expect(await verify(address)).toMatchObject({ code: 1, faults: [{ what: 'removed' }] })
  // What does not hold is not gone on from.
  expect(JSON.parse(readFileSync(state, 'utf8')).checkpoints).toEqual([checkpoint])
  expect(await verify('nowhere')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Name the address'),
  })
})

test('a checkpoint of somebody else is none', async () => {
  const { key } = await verifyLog(address, { askAgain: 0 })
  const stranger = logKeyOf('09'.repeat(32))
  const [name = ''] = key.split('+')
  const said = checkpointText(name, { size: 1, root: new Uint8Array(32) })
  const theirs = signedNote(said, { name, publicKey: stranger.raw, sign: stranger.signText })
  const fetchFrom = through((path) => (path === '/log/checkpoint' ? theirs : null))
  expect(whats(await verifyLog(address, { askAgain: 0, key, fetchFrom }))).toEqual(['checkpoint'])
})

test('a witness signs what it saw only where the log has gone on from its last look', async () => {
  const first = await witnessLog(address, {
    ...{ name: 'ledger.example/witness', seed: '07'.repeat(32), key: null, checkpoint: null },
  })
  if (first.fault !== undefined) throw new Error(first.fault)
  await published(room, aClaim())
  await made()
  const now = Date.UTC(2026, 2, 9, 12)
  const second = await witnessLog(address, first.kept, { now })
  if (second.fault !== undefined) throw new Error(second.fault)
  expect(second.kept.checkpoint).not.toBe(first.kept.checkpoint)

  // C2SP tlog-cosignature: key id, time and signature over time and checkpoint.
  const { raw, publicKey } = logKeyOf('07'.repeat(32))
  const [text = ''] = second.cosigned.split('\n\n')
  const line = second.cosigned.split('\n').find((one) => one.startsWith('— ledger.example/witness '))
  const blob = Buffer.from(line?.split(' ')[2] ?? '', 'base64')
  const id = createHash('sha256').update('ledger.example/witness\n').update(Buffer.of(4)).update(raw).digest()
  expect(blob.subarray(0, 4)).toEqual(id.subarray(0, 4))
  expect(Number(blob.readBigUInt64BE(4))).toBe(now / 1000)
  const said = `cosignature/v1\ntime ${now / 1000}\n${text}\n`
  expect(verifySignature(null, Buffer.from(said), publicKey, blob.subarray(12))).toBe(true)
  expect(second.cosigned.startsWith(second.kept.checkpoint ?? '-')).toBe(true)

  const [entry] = await db.select({ last: max(logEntries.index) }).from(logEntries)
  await forged(() => db.delete(logEntries).where(eq(logEntries.index, entry?.last ?? -1)))
  await made()
  expect(await witnessLog(address, second.kept)).toEqual({
    fault: expect.stringContaining('the log was cut'),
  })
  await published(room, aClaim())
  await made()
  expect(await witnessLog(address, second.kept)).toEqual({
    fault: expect.stringContaining('two checkpoints of size'),
  })
  await published(room, aClaim())
  await made()
  expect(await witnessLog(address, second.kept)).toEqual({
    fault: expect.stringContaining('the log was rewritten'),
  })
})

test('the operator’s tool is a witness that keeps its key and the last checkpoint for itself', async () => {
  const state = join(dataDir, 'second.json')
  const look = (...args: string[]) => {
    const command = ['server/command/proofroom.mjs', 'witness', address, ...args, '--state', state]
    return promisify(execFile)('node', command).then(
      ({ stdout }) => ({ code: 0, ...JSON.parse(stdout) }),
      ({ code, stdout, stderr }) => ({ code, stderr, ...JSON.parse(stdout || '{}') }),
    )
  }
  expect(await look()).toMatchObject({ code: 1, stderr: expect.stringContaining('--name') })
  expect(await look('--name', 'ledger.example/witness')).toMatchObject({ code: 0 })
  expect(statSync(state).mode & 0o077).toBe(0)
  const { checkpoint } = await verifyLog(address, { askAgain: 0 })
  expect(JSON.parse(readFileSync(state, 'utf8')).checkpoint).toBe(checkpoint)
  expect(readFileSync(`${state}.cosigned`, 'utf8')).toMatch(/\n— ledger\.example\/witness [\w+/=]+\n$/)
  expect(await look()).toMatchObject({ code: 0 })
})

test('a log of more than one tile holds', async () => {
  const admin = await onDesk('admin', room.desk)
  const { number: first } = await readScale(room.desk.id)
  for (let number = first; number < first + 260; number++) {
    const scale = houseScale().map((entry) => ({ ...entry, meaning: `${entry.meaning} ${number}.` }))
    await changeScale({ member: admin, was: number, to: scale })
  }
  const answer = await made()
  expect(answer.faults).toEqual([])
  expect(answer.size).toBeGreaterThan(260)
})

test('a tree that is lost is made whole at the next start', async () => {
  const before = await made()
  await db.delete(logNodes)
  expect(await made()).toMatchObject({ size: before.size, root: before.root, faults: [] })
})

test('tiles that have grown since are let go after an hour', async () => {
  const pathsOf = async () =>
    (await db.select({ path: kept.path }).from(kept).where(like(kept.path, '/log/tile/%.p/%'))).map(
      ({ path }) => path,
    )
  const before = await pathsOf()
  await published(room, aClaim())
  await made()
  expect(await pathsOf()).toEqual(expect.arrayContaining(before))
  await db.update(kept).set({ madeAt: sql`now() - interval '2 hours'` })
  await published(room, aClaim())
  const answer = await made()
  expect(answer.faults).toEqual([])
  expect(await pathsOf()).toHaveLength(3)
})

/** Does to the log what no act can: rows are only added. */
async function forged(act: () => Promise<unknown>) {
  await db.execute(sql`alter table log_entries disable trigger user`)
  await act()
  await db.delete(logNodes)
  await db.delete(kept).where(like(kept.path, '/log/tile/%'))
  await db.execute(sql`alter table log_entries enable trigger user`)
}
