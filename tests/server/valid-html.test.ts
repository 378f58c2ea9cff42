import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { parseHTML } from 'linkedom'
import { pino } from 'pino'
import { v7 as uuid } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { attempts, pages, pastChecks } from '../../db/schema'
import { houseScale } from '../../server/claim/scale'
import { addExplanation } from '../../server/dossier/explanation/add-explanation'
import { decideExplanation } from '../../server/dossier/explanation/decide-explanation'
import { readFigures } from '../../server/dossier/ledger/read-figures'
import { publishDossier } from '../../server/dossier/published/publish-dossier'
import { serveLists } from '../../server/latest/serve-lists'
import { changeDesk } from '../../server/member/settings/change-desk'
import { writeDataset } from '../../server/publication/dataset/write-dataset'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { askRedaction } from '../../server/publication/redaction/ask-redaction'
import { confirmRedaction } from '../../server/publication/redaction/decide-redaction'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { words } from '../../server/words'
import { freshDatabase } from '../database'
import { leftInEnglish } from '../left-in-english'
import { aClaim, onDesk } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { faultsIn } from '../validate-html'
import { aDossier, displaced } from './dossier/dossier-world'
import { linkIn, openFollows } from './follow/following'
import { openForms } from './reports/forms'
import { answerOf } from './rights/ask'

const db = await freshDatabase()
const reports = await openForms()
const follows = await openFollows()

/** Which newsroom publishes in which language, with one check of every kind. */
const desks = { en: await aNewsroom({ slug: 'meridian', language: 'en' }), ar: await arabicDesk() }
const spokenHere = ['en', 'ar'] as const
type Spoken = (typeof spokenHere)[number]

async function arabicDesk() {
  return aNewsroom({ slug: 'midan', name: 'غرفة الميدان', language: 'ar', timeZone: 'Asia/Amman' })
}

/** A claim of each that has been corrected. */
const claims = {
  en: aClaim({ topics: ['Dams', 'السدود'], speaker: 'Ludmila Quist' }),
  ar: aClaim({ topics: ['Dams', 'السدود'], speaker: 'Ludmila Quist' }),
}
const numbers = { en: 0, ar: 0 }
const dossiers = { en: 0, ar: 0 }

const log = pino({ level: 'silent' })
const server = createServer((request, response) => {
  if (!serveLists(request, response, log)) response.writeHead(418).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.
const narrowed = async (search: string) => answerOf(await fetch(`http://127.0.0.1:${port}/latest${search}`))

beforeAll(async () => {
  for (const spoken of spokenHere) numbers[spoken] = await publishEveryKind(spoken)
  await renderStale()
  await renderOutbox()
})
afterEach(async () => {
  delete process.env.PUBLIC_LANGUAGE
  await db.delete(attempts)
})

/** Gives the number of a claim that has been corrected. */
async function publishEveryKind(spoken: Spoken): Promise<number> {
  const room = desks[spoken]
  const admin = await onDesk('admin', room.desk)
  const nothing = { aboutText: '', methodText: '', fundingText: '', correctionsText: '' }
  const texts = {
    aboutText: 'We are five.\n\nIn <b>Anselm</b>.',
    methodText: 'How.',
    fundingText: 'Readers.',
  }
  await changeDesk(admin, { was: nothing, to: { ...texts, correctionsText: 'At once.' } })
  const corrected = claims[spoken]
  const { number } = await published(room, corrected)
  await published(
    room,
    { ...corrected, verdict: 'false' },
    { kind: 'verdict-change', publicNote: 'New data.' },
  )
  const retracted = aClaim({ kind: 'picture' })
  await published(room, retracted)
  await published(room, retracted, { kind: 'retraction', publicNote: 'It is <b>not</b> so.' })
  for (const kind of ['video', 'quote'] as const) {
    const doubted = aClaim({ kind, statement: 'قال الوزير إن السد "آمن" & قوي', verdict: 'unproven' })
    await published(room, doubted)
    await putUnderReview({ member: room.editor, claimId: doubted.id, version: 1, line: 'A reader wrote.' })
  }
  const ground = { law: 'GDPR Art. 17', court: 'LG Hamburg', number: '324 O 1/26', note: 'By order.' }
  const asked = { member: room.editor, claimId: corrected.id, words: ['Ludmila Quist'], ...ground }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: await onDesk('editor', room.desk), redactionId })
  await db.insert(pastChecks).values({
    ...{ id: uuid(), deskId: room.desk.id, importedBy: room.editor.id, importedAt: new Date() },
    ...{ address: 'https://old.example/wall', addressKey: `old.example/wall-${spoken}`, speaker: 'Zoë' },
    ...{ statement: 'The wall is older', publishedOn: '2019-05-04', rating: 'FALSE', shortAnswer: 'No.' },
  })
  dossiers[spoken] = await publishADossier(spoken)
  return number
}

/** With two figures that cannot both hold and why, and two that nobody has explained. */
async function publishADossier(spoken: Spoken): Promise<number> {
  const room = desks[spoken]
  const { dossierId, add } = await aDossier(room, 'السد <"الكبير"> & الوادي')
  await add(aClaim({ figure: displaced(500), speaker: 'مركز <الحقوق> & العدل' }))
  await add(aClaim({ figure: displaced(2000) }))
  const [group] = await readFigures(dossierId, room.author)
  const pairs = group?.cards[0]?.pairs ?? []
  const said = { id: uuid(), pairs, reason: 'other-date', text: 'قال الوزير: <"لاحقًا"> & غيره.' } as const
  await addExplanation({ member: room.author, dossierId, ...said })
  const decided = { explanationId: said.id, outcome: 'approved', note: '' } as const
  await decideExplanation({ member: room.editor, dossierId, ...decided })
  await publishDossier({ member: room.editor, dossierId })
  await add(aClaim({ figure: displaced(9000) }))
  return (await publishDossier({ member: room.editor, dossierId })).number
}

const kinds = [
  ...[
    '/a/',
    '/about',
    '/c/',
    '/corrections',
    '/d/',
    '/dataset',
    '/desks/',
    '/earlier',
    '/embed/',
    '/latest',
    '/log',
  ],
  ...['/log/verify', '/outlets/', '/speakers/', '/topics/', 'missing'],
]

test.each(spokenHere)('every page that is made for readers is valid HTML (%s)', async (spoken) => {
  process.env.PUBLIC_LANGUAGE = spoken
  await renderStale()
  await writeDataset(new Date())
  const made = await db.select().from(pages).where(eq(pages.contentType, 'text/html; charset=utf-8'))
  const whole = made
    .map(({ path, bytes }) => ({ path, html: bytes.toString() }))
    .filter(({ path, html }) => isWholeIn(spoken, path, html))
  for (const kind of kinds)
    expect(
      whole.some(({ path }) => path.startsWith(kind)),
      kind,
    ).toBe(true)
  expect(whole.filter(({ path }) => /^\/d\/\d+\/v\/[12]$/.test(path))).toHaveLength(2)
  const faults = await Promise.all(
    whole.map(async ({ path, html }) => (await faultsIn(html)).map((fault) => `${path} ${fault}`)),
  )
  expect(faults.flat()).toEqual([])
})

test('no page of an Arabic desk, and none about all desks in Arabic, says a message in English', async () => {
  process.env.PUBLIC_LANGUAGE = 'ar'
  await renderStale()
  await writeDataset(new Date())
  const made = await db.select().from(pages).where(eq(pages.contentType, 'text/html; charset=utf-8'))
  const left = made
    .map(({ path, bytes }) => ({ path, html: bytes.toString() }))
    .filter(({ path, html }) => isWholeIn('ar', path, html))
    .flatMap(({ path, html }) => leftInEnglish(saidIn(html)).map((text) => ({ path, text })))
  expect(left.filter(({ text }) => !itsScale.has(text.toLowerCase()))).toEqual([])
})

/** The scale of the English desk, whose verdicts stand in lists in its own words. */
const itsScale = new Set(
  houseScale(words('en')).flatMap((entry) => Object.values(entry).map((word) => String(word).toLowerCase())),
)

/** Every text of a page and every text that is read out of it, but for code. */
function saidIn(html: string): string[] {
  const { document } = parseHTML(html)
  for (const element of document.querySelectorAll('script, style, code')) element.remove()
  const walker = document.createTreeWalker(document.documentElement, 4)
  const said: string[] = []
  while (walker.nextNode()) said.push(walker.currentNode?.textContent ?? '')
  for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
    for (const element of document.querySelectorAll(`[${name}]`)) said.push(element.getAttribute(name) ?? '')
  return said
}

/** Pages in the other language are looked at with that one; copies for a CMS are no whole pages. */
const isWholeIn = (language: Spoken, path: string, html: string) =>
  html.includes(`<html lang="${language}"`) && !/\/checks?\.html$/.test(path)

test.each(spokenHere)('every form of readers and every answer to it is valid HTML (%s)', async (spoken) => {
  process.env.PUBLIC_LANGUAGE = spoken
  const desk = `/desks/${desks[spoken].desk.slug}`
  const claim = `/c/${numbers[spoken]}`
  const refused = { text: '', link: 'javascript:alert(1)', email: 'ines' }
  const tracking = await reports.report(`${claim}/report`, {
    text: 'It was 1988.',
    link: 'https://a.example/',
  })
  const mail = `ines-${spoken}@reader.example`
  await follows.ask(`${claim}/follow`, mail)
  const [letter = ''] = await follows.mailsTo(mail)
  const confirm = linkIn(letter, 'confirm')
  const answers = [
    await reports.get(`${claim}/report`),
    await reports.get(`/d/${dossiers[spoken]}/report`),
    await reports.get(await reports.report(`/d/${dossiers[spoken]}/report`, { text: 'It is 2.' })),
    await reports.get(`${desk}/suggest`),
    await reports.send(`${claim}/report`, refused),
    await reports.send(`${claim}/report`, { text: 'x', website: 'https://pills.example' }),
    await reports.get(tracking),
    await reports.get('/c/999/report'),
    await follows.get(`${claim}/follow`),
    await follows.get('/topics/dams/follow'),
    await follows.ask(`${claim}/follow`, 'ines'),
    await follows.get(`${claim}/follow/asked`),
    await follows.get(confirm),
    await follows.send(confirm, {}),
    await follows.get(confirm),
  ]
  await published(desks[spoken], claims[spoken], { kind: 'clarification', publicNote: 'As of May.' })
  await follows.tell()
  const [news = ''] = await follows.mailsTo(mail)
  const leave = linkIn(news, 'leave')
  answers.push(await follows.get(leave), await follows.send(leave, {}))
  for (const { status, body } of answers)
    expect(await faultsIn(body), `${status} ${body.slice(0, 400)}`).toEqual([])
  expect(answers.map(({ status }) => status)).toEqual([
    200, 200, 200, 200, 422, 422, 200, 404, 200, 200, 422, 200, 200, 200, 404, 200, 200,
  ])
})

test.each(spokenHere)('the list of checks narrowed, empty and refused is valid HTML (%s)', async (spoken) => {
  process.env.PUBLIC_LANGUAGE = spoken
  const asked = [
    '?q=relief',
    '?q=nothing+says+this',
    '?verdict=false&topic=dams&from=2026-01-01',
    '?page=2',
    '?from=x',
  ]
  const answers = await Promise.all(asked.map(narrowed))
  for (const { status, body } of answers)
    expect(await faultsIn(body), `${status} ${body.slice(0, 400)}`).toEqual([])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 400])
})
