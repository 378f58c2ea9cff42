import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFeed } from '@rowanmanning/feed-parser'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { dossierPublications } from '../../../db/schema'
import { verifyLog } from '../../../server/command/verify/verify-log.mjs'
import { renameDossier } from '../../../server/dossier/change-dossier'
import { addExplanation } from '../../../server/dossier/explanation/add-explanation'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { readFigures } from '../../../server/dossier/ledger/read-figures'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { renderOutbox } from '../../../server/publication/made/render'
import { askRedaction } from '../../../server/publication/redaction/ask-redaction'
import { confirmRedaction } from '../../../server/publication/redaction/decide-redaction'
import { freshDatabase } from '../../database'
import { aClaim, anArticle, onDesk } from '../../newsroom'
import { published } from '../../publishing'
import { servedPages } from '../../served-pages'
import { faultsOf } from '../api/description'
import { openFollows } from '../follow/following'

import { anApproved, aWorld, displaced, pageAt } from './dossier-world'

const db = await freshDatabase()
const { pages, address } = await servedPages()
const { ask, follow, mailsTo, tell } = await openFollows()

test('words that are removed under law are on no page of its dossiers, nor in what programs read there', async () => {
  const { desk, author, editor, dossierId, add } = await aWorld()
  const { claim } = await add(
    aClaim({ figure: displaced(500, { saidBy: 'Otto Brandt' }), speaker: 'Otto Brandt' }),
  )
  await add(aClaim({ figure: displaced(2000) }))
  const [group] = await readFigures(dossierId, author)
  const explanationId = uuid()
  const said = { reason: 'other-date', text: 'Otto Brandt counts from February.' } as const
  const pairs = group?.cards[0]?.pairs ?? []
  await addExplanation({ member: author, dossierId, id: explanationId, pairs, ...said })
  await decideExplanation({ member: editor, dossierId, explanationId, outcome: 'approved', note: '' })
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const paths = [
    `/d/${number}`,
    `/d/${number}/figures.csv`,
    `/d/${number}/ledger.svg`,
    `/api/v1/dossiers/${number}`,
  ]
  for (const path of paths) expect(await pageAt(path)).toContain('Otto Brandt')
  const order = { law: 'GDPR Art. 17', court: 'LG Hamburg', number: '1', note: 'By order of a court.' }
  const asked = { member: editor, claimId: claim.id, words: ['Otto Brandt'], ...order }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: await onDesk('editor', desk), redactionId })
  await renderOutbox()
  for (const path of paths) {
    const page = await pageAt(path)
    expect(page.length).toBeGreaterThan(100)
    expect(page).not.toContain('Otto Brandt')
  }
  await publishDossier({ member: editor, dossierId })
  expect(
    JSON.stringify(await db.select({ content: dossierPublications.content }).from(dossierPublications)),
  ).not.toContain('Otto Brandt')
})

test('whoever follows a dossier by mail is told what happens to the checks of its articles', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  const { world, claim } = await add(aClaim({ statement: 'The dam held', figure: displaced(517) }))
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  expect(await pageAt(`/d/${number}`)).toContain(`href="/d/${number}/follow">Follow by mail</a>`)
  const email = 'dossier@reader.example'
  await follow(`/d/${number}/follow`, email)
  await published(world, claim, { kind: 'factual', publicNote: 'It was the upper dam.' })
  await published({ ...world, article: await anArticle(author) }, aClaim({ statement: 'Rain fell' }))
  expect(await tell()).toBe(1)
  const [mail = ''] = await mailsTo(email)
  expect(mail).toContain('It was the upper dam.')
  expect(mail).not.toContain('Rain fell')
  expect((await ask('/d/999/follow', email)).status).toBe(404)
})

test('every version of a dossier is sealed in the log and stays readable with the figures that stood then', async () => {
  const { desk, author, editor, dossierId, add } = await aWorld()
  const { world, claim } = await add(aClaim({ figure: displaced(517), speaker: 'Otto Brandt' }))
  await renameDossier({ member: author, dossierId, name: 'The count of Otto Brandt' })
  const { number } = await publishDossier({ member: editor, dossierId })
  await published(world, { ...claim, figure: displaced(571) }, { kind: 'factual', publicNote: 'A slip.' })
  await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  await pages.settled()
  expect(await pageAt(`/d/${number}/v/1`)).toContain('517 people')
  expect(await pageAt(`/d/${number}/v/1`)).not.toContain('571 people')
  expect(await pageAt(`/d/${number}/v/2`)).toContain('571 people')
  expect(await pageAt(`/d/${number}`)).toContain(`href="/d/${number}/v/1"`)
  expect((await verifyLog(address, { askAgain: 0 })).faults).toEqual([])
  const tampered = async (url: URL) => {
    const response = await fetch(url)
    if (url.pathname !== `/d/${number}/v/1/record.json`) return response
    return new Response((await response.text()).replace('The count', 'Some count'))
  }
  expect((await verifyLog(address, { askAgain: 0, fetchFrom: tampered })).faults).toContainEqual({
    ...{ what: 'record', where: `/d/${number}/v/1` },
    why: 'its dossier is not the one that is sealed',
  })
  const order = { law: 'GDPR Art. 17', court: 'LG Hamburg', number: '1', note: 'By order of a court.' }
  const asked = { member: editor, claimId: claim.id, words: ['Otto Brandt'], ...order }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: await onDesk('editor', desk), redactionId })
  await renderOutbox()
  await pages.settled()
  for (const path of [
    `/d/${number}/v/1`,
    `/d/${number}/v/1/record.json`,
    `/feeds/d/${number}.atom`,
    '/sitemaps/dossiers.xml',
  ])
    expect((await pageAt(path)).toLowerCase()).not.toMatch(/otto.brandt/)
  const after = await verifyLog(address, { askAgain: 0 })
  expect(after.faults).toEqual([])
  expect(after.redacted.map(({ where }) => where)).toContain(`/d/${number}/v/1`)
})

test('the record of a dossier is verified offline, by the operator’s tool, also after words were removed', async () => {
  const { desk, editor, dossierId, add } = await aWorld()
  const { claim } = await add(aClaim({ figure: displaced(517), speaker: 'Otto Brandt' }))
  await renameDossier({ member: editor, dossierId, name: 'The count of Otto Brandt' })
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  await pages.settled()
  expect(await pageAt(`/d/${number}`)).toContain(`href="/log/verify?dossier=${number}&amp;version=1"`)
  const { key } = await verifyLog(address)
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  const verify = async (...names: string[]) => {
    for (const name of names)
      writeFileSync(join(folder, name), await (await fetch(`${address}/d/${number}/v/1/${name}`)).text())
    const files = names.map((name) => join(folder, name))
    return spawnSync('node', ['server/command/proofroom.mjs', 'verify-record', ...files, '--key', key], {
      encoding: 'utf8',
    })
  }
  const intact = await verify('record.json', 'proof.txt')
  expect(intact.stderr).toContain(`seals dossier ${number}, version 1`)
  expect(JSON.parse(intact.stdout)).toMatchObject({ entry: { kind: 'dossier' }, faults: [] })
  expect(intact.status).toBe(0)
  const order = { law: 'GDPR Art. 17', court: '', number: '1', note: 'By order of a court.' }
  const asked = { member: editor, claimId: claim.id, words: ['Otto Brandt'], ...order }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: await onDesk('editor', desk), redactionId })
  await renderOutbox()
  await pages.settled()
  expect(await pageAt(`/d/${number}`)).toContain(`href="/d/${number}/v/1/redaction.txt"`)
  expect((await verify('record.json', 'proof.txt')).status).toBe(1)
  const removed = await verify('record.json', 'proof.txt', 'redaction.txt')
  expect(removed.stderr).toContain('words were removed under law (GDPR Art. 17, 1)')
  expect(removed.status).toBe(0)
  rmSync(folder, { recursive: true })
})

test('programs read a dossier over HTTP as it is described, and follow it in every format of feeds', async () => {
  const { editor, dossierId, add } = await aWorld()
  const { number: claim } = await add(aClaim({ statement: 'The dam held', figure: displaced(517) }))
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const got = async (path: string) => {
    const answer = await fetch(address + path)
    expect(answer.status, path).toBe(200)
    return { type: answer.headers.get('content-type') ?? '', body: await answer.text() }
  }
  await expect.poll(async () => (await fetch(`${address}/api/v1/dossiers/${number}`)).status).toBe(200)
  const api = await got(`/api/v1/dossiers/${number}`)
  expect(faultsOf(`/api/v1/dossiers/${number}`, 200, api.type, JSON.parse(api.body))).toEqual([])
  expect(JSON.parse(api.body)).toMatchObject({ number, version: 1, figures: [{ low: 517 }] })
  const page = new RegExp(`/d/${number}-karsell-dam-breach$`)
  for (const format of ['atom', 'rss']) {
    const { url, items } = parseFeed((await got(`/feeds/d/${number}.${format}`)).body)
    expect(url).toMatch(page)
    expect(items.map((item) => new URL(item.url ?? '').pathname)).toEqual([
      `/d/${number}/v/1`,
      `/c/${claim}/v/1`,
    ])
  }
  const { home_page_url, items } = JSON.parse((await got(`/feeds/d/${number}.json`)).body)
  expect(home_page_url).toMatch(page)
  expect(items).toHaveLength(2)
})

test('who follows the feeds of a dossier hears of its versions, and of what each is the first to explain', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  await add(aClaim({ figure: displaced(500) }))
  await add(aClaim({ figure: displaced(2000) }))
  await anApproved({ member: author, editor, dossierId, text: 'One counts <families> & guests.' })
  const { number } = await publishDossier({ member: editor, dossierId })
  await renameDossier({ member: author, dossierId, name: 'The upper dam' })
  await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  for (const format of ['atom', 'rss']) {
    const { items } = parseFeed(await pageAt(`/feeds/d/${number}.${format}`))
    const [second, first] = items.map(({ url, title, description, content }) => {
      return { path: new URL(url ?? '').pathname, title, said: content ?? description ?? '' }
    })
    expect(first).toMatchObject({ path: `/d/${number}/v/1`, title: 'Karsell dam breach: figures compared' })
    expect(first?.said).toContain('One counts')
    expect(second).toMatchObject({ path: `/d/${number}/v/2`, title: 'The upper dam: figures compared' })
    expect(second?.said).toContain('Version 2, published on')
    expect(second?.said).not.toContain('One counts')
  }
  const { items } = JSON.parse(await pageAt(`/feeds/d/${number}.json`))
  expect(items).toHaveLength(4)
  expect(JSON.stringify(items[1])).toContain('<p>One counts &lt;families&gt; &amp; guests.</p>')
})
