import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  datasetParts,
  deliveries,
  pages as kept,
  logEntries,
  publications,
  redactions,
} from '../../db/schema'
import { faultOfRedaction } from '../../server/command/verify/sealed/redaction.mjs'
import { verifyLog } from '../../server/command/verify/verify-log.mjs'
import { verifyRecord } from '../../server/command/verify/verify-record.mjs'
import { readFiles, readUnpacked } from '../../server/publication/dataset/copies/read-files'
import { makeIfDue } from '../../server/publication/dataset/start-dataset'
import { writeDataset } from '../../server/publication/dataset/write-dataset'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { askRedaction } from '../../server/publication/redaction/ask-redaction'
import { bar } from '../../server/publication/redaction/black-out'
import { confirmRedaction, dropRedaction } from '../../server/publication/redaction/decide-redaction'
import { readRedactions, readWordsFound } from '../../server/publication/redaction/read-redactions'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../database'
import { aClaim, anArticle, onDesk, refusalOf } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { servedPages } from '../served-pages'

const db = await freshDatabase()
const room = await aNewsroom()
const second = await onDesk('editor', room.desk)
const { pages, dataDir, address } = await servedPages()

async function made() {
  await renderStale()
  await renderOutbox()
  await writeDataset(new Date())
  await pages.settled()
}

let recordBefore = ''
const name = 'Ludmila Quist'
const claim = aClaim({
  speaker: name,
  statement: `${name} sold the dam in 2019`,
  shortAnswer: `No. ${name} never owned the dam.`,
  rationale: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The register names Ludmila ' },
          { type: 'text', text: 'Quist', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' as a clerk.' },
        ],
      },
    ],
  },
})
const order = { law: 'GDPR Art. 17', court: 'LG Hamburg', number: '324 O 1/26' }
const asked = { member: room.editor, claimId: claim.id, words: [name], ...order }

test('before it is asked for, everything that will change is shown with how often the words stand there', async () => {
  await published(room, claim)
  await published(
    room,
    { ...claim, verdict: 'false' },
    { kind: 'verdict-change', publicNote: `${name} wrote to us.` },
  )
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 2, line: `${name} objects.` })
  await made()
  const found = await readWordsFound(claim.id, [name], room.editor)
  expect(found.map(({ path, times }) => [path, times])).toEqual([
    ['/c/1/v/1', expect.any(Number)],
    ['/c/1/v/2', expect.any(Number)],
  ])
  expect(await readWordsFound(claim.id, ['Nobody Here'], room.editor)).toEqual([])
})

test('it needs words that stand there, a law, a note, and neither may repeat the words', async () => {
  const codes = await Promise.all(
    [
      { ...asked, words: [' '], note: 'By order of a court.' },
      { ...asked, law: ' ', note: 'By order of a court.' },
      { ...asked, note: ' ' },
      { ...asked, note: `${name} asked for it.` },
      { ...asked, words: ['Somebody Else'], note: 'By order of a court.' },
    ].map((one) => refusalOf(askRedaction(one))),
  )
  expect(codes).toEqual([
    'redaction-needs-words',
    'redaction-needs-law',
    'redaction-needs-note',
    'redaction-says-words',
    'redaction-words-not-found',
  ])
})

test('nobody confirms what they asked for, and what was dropped keeps none of its words', async () => {
  const { redactionId } = await askRedaction({ ...asked, note: 'By order of a court.' })
  expect(await refusalOf(askRedaction({ ...asked, note: 'Again.' }))).toBe('redaction-asked')
  expect(await refusalOf(confirmRedaction({ member: room.editor, redactionId }))).toBe('redaction-by-you')
  expect(await refusalOf(confirmRedaction({ member: room.author, redactionId }))).toBe('role-too-low')
  const [open] = await readRedactions(claim.id, second)
  expect(open).toMatchObject({ id: redactionId, words: [name], changes: [{ version: 1 }, { version: 2 }] })
  await dropRedaction({ member: second, redactionId })
  expect(await refusalOf(confirmRedaction({ member: second, redactionId }))).toBe('redaction-over')
  const [dropped] = await db.select().from(redactions).where(eq(redactions.id, redactionId))
  expect(dropped?.words).toEqual([])
})

test('once a second person confirms it, the words are in no page, file, encoding, mirror or row of a publication', async () => {
  expect(everythingServed().filter(({ text }) => hasWords(text))).not.toEqual([])
  recordBefore = await (await fetch(`${address}/c/1/v/1/record.json`)).text()
  const { redactionId } = await askRedaction({ ...asked, note: 'By order of a court.' })
  expect(await makeIfDue(new Date())).toBe(false)
  await confirmRedaction({ member: second, redactionId })
  expect(await makeIfDue(new Date())).toBe(true)
  await made()
  // Pages reach the copy by messages of the database.
  await expect
    .poll(() => everythingServed().flatMap(({ path, text }) => (hasWords(text) ? path : [])))
    .toEqual([])
  const rows = await db.select().from(kept)
  for (const { path, bytes, gzip, brotli } of rows) {
    const forms = [
      bytes,
      gzip.length ? gunzipSync(gzip) : gzip,
      brotli.length ? brotliDecompressSync(brotli) : brotli,
    ]
    expect(
      forms.some((form) => hasWords(form.toString('utf8'))),
      path,
    ).toBe(false)
  }
  const files = await readFiles()
  expect(files).toHaveLength(3)
  for (const file of files) expect(hasWords(await text(readUnpacked(file))), file.name).toBe(false)
  const makings = await db.selectDistinct({ making: datasetParts.making }).from(datasetParts)
  expect(makings).toEqual([{ making: files[0]?.making }])
  expect(hasWords(JSON.stringify(await db.select().from(publications)))).toBe(false)
  expect(hasWords(JSON.stringify(await db.select().from(deliveries)))).toBe(false)
  expect(hasWords(JSON.stringify(await db.select().from(logEntries)))).toBe(false)
})

test('the page says when and on what ground, with bars that say what they are, and the log says it, too', async () => {
  for (const path of ['/c/1/v/1', '/c/1/v/2', '/embed/c/1']) {
    const html = await (await fetch(address + path)).text()
    expect(html).toContain('role="img" aria-label="words removed under law"')
    expect(html).toContain('GDPR Art. 17, LG Hamburg, 324 O 1/26')
    expect(html).toContain('By order of a court.')
  }
  const copy = await (await fetch(`${address}/c/1/v/1/check.txt`)).text()
  expect(copy).toContain('GDPR Art. 17, LG Hamburg, 324 O 1/26')
  const api = await (await fetch(`${address}/api/v1/claims/1/versions/1`)).json()
  expect(api.redactions).toMatchObject([{ ...order, logIndex: expect.any(Number) }])
  const removals = (await db.select().from(logEntries)).filter(({ kind }) => kind === 'redaction')
  expect(removals.map(({ body }) => [body.version, body.redacts, body.ground])).toEqual([
    [1, 0, order],
    [2, 1, order],
  ])
})

test('whoever checks the log from outside is told that the versions are redacted, not that they are forged', async () => {
  const answer = await verifyLog(address, { askAgain: 0 })
  expect(answer.faults).toEqual([])
  expect(answer.redacted).toMatchObject([
    { where: '/c/1/v/1', entry: 0, ground: 'GDPR Art. 17, LG Hamburg, 324 O 1/26' },
    { where: '/c/1/v/2', entry: 1 },
  ])
})

test('one version is checked offline as redacted by both proofs, and a further change of it is found', async () => {
  const { key } = await verifyLog(address, { askAgain: 0 })
  const [record, proof, removal] = await filesOf('/c/1/v/1')
  expect(verifyRecord(record, proof, key, removal)).toMatchObject({ faults: [], redacted: { by: 3 } })
  expect(verifyRecord(record, proof, key).faults).toContain('its record is not the one that is sealed')
  const more = Buffer.from(record.toString().replace('never owned', 'always owned'))
  expect(verifyRecord(more, proof, key, removal).faults).toContain('its record is not the one that is sealed')
  const [other, otherProof] = await filesOf('/c/1/v/2')
  expect(verifyRecord(other, otherProof, key, removal).faults.join()).toContain('is about entry 0, not 1')
})

test('a record is not excused by a removal of which the log has no entry', async () => {
  const change = async (url: URL) => {
    const response = await fetch(url)
    const body = Buffer.from(await response.arrayBuffer())
    const isRecord = url.pathname === '/c/1/v/1/record.json'
    const text = isRecord ? body.toString().replace('never owned', bar) : body
    return new Response(isRecord ? text : new Uint8Array(body), { status: response.status })
  }
  const { faults } = await verifyLog(address, { askAgain: 0, fetchFrom: change as typeof fetch })
  expect(faults).toContainEqual({
    what: 'record',
    where: '/c/1/v/1',
    why: 'its record is not the one that is sealed',
  })
})

test('a record that still has the words, and a page without its bars, are found', async () => {
  const handing = (path: string, change: (text: string) => string) => async (url: URL) => {
    const response = await fetch(url)
    const body = Buffer.from(await response.arrayBuffer())
    const text = url.pathname === path ? change(body.toString()) : null
    return new Response(text ?? new Uint8Array(body), { status: response.status })
  }
  const old = await verifyLog(address, {
    askAgain: 0,
    fetchFrom: handing('/c/1/v/1/record.json', () => recordBefore),
  })
  expect(old.faults).toContainEqual({
    ...{ what: 'record', where: '/c/1/v/1' },
    why: 'still has words that entry 3 says were removed',
  })
  const unbarred = await verifyLog(address, {
    fetchFrom: handing('/c/1/v/1', (html) => html.replaceAll(bar, 'Somebody')),
  })
  expect(unbarred.faults.map(({ what, where }) => [what, where])).toContainEqual(['page', '/c/1/v/1'])
})

test('an entry about removed words excuses nothing where it names another version, or a later entry', () => {
  const entry = { kind: 'publication', body: { claim: 1, version: 1, desk: 'here' } }
  const body = { claim: 1, version: 1, desk: 'here', redacts: 0 }
  expect(faultOfRedaction({ index: 3, body }, entry)).toBeNull()
  expect(faultOfRedaction({ index: 3, body: { ...body, version: 2 } }, entry)).toContain('another version')
  expect(faultOfRedaction({ index: 3, body: { ...body, desk: 'there' } }, entry)).toContain('another version')
  expect(faultOfRedaction({ index: 3, body: { ...body, redacts: 3 } }, entry)).toContain('no earlier entry')
  expect(faultOfRedaction({ index: 3, body }, { ...entry, kind: 'scale' })).toContain('seals no version')
})

test('a later version of the same words is published without them and holds by itself', async () => {
  const { version } = await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'Anew.' },
  )
  await made()
  await expect.poll(() => everythingServed().filter(({ text }) => hasWords(text))).toEqual([])
  const answer = await verifyLog(address, { askAgain: 0 })
  expect(answer.faults).toEqual([])
  expect(answer.redacted).toHaveLength(2)
  const html = await (await fetch(`${address}/c/1/v/${version}`)).text()
  expect(html).toContain('They were removed before this version was published.')
})

test('words that stand in another article stay there', async () => {
  const other = { ...room, article: await anArticle(room.author) }
  const elsewhere = aClaim({ statement: `${name} opened a shop` })
  await published(other, elsewhere)
  await made()
  await expect.poll(() => everythingServed().some(({ text }) => hasWords(text))).toBe(true)
  expect((await verifyLog(address, { askAgain: 0 })).faults).toEqual([])
})

const hasWords = (text: string) => /ludmila|quist/i.test(text)

/** What every page is from the copy on disk, as it is answered while the database is away. */
function everythingServed() {
  const folder = join(dataDir, 'pages')
  return readdirSync(folder).map((file) => {
    const all = readFileSync(join(folder, file))
    const start = all.indexOf('\n') + 1
    const head = JSON.parse(all.subarray(0, start).toString())
    return { path: head.path, text: JSON.stringify(head) + all.subarray(start, start + head.lengths[0]) }
  })
}

async function filesOf(path: string): Promise<[Buffer, Buffer, Buffer]> {
  const read = async (file: string) =>
    Buffer.from(await (await fetch(`${address}${path}/${file}`)).arrayBuffer())
  return [await read('record.json'), await read('proof.txt'), await read('redaction.txt')]
}
