import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { articles, attempts } from '../../../db/schema'
import { takeArticleOut } from '../../../server/dossier/change-dossier'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { renderOutbox } from '../../../server/publication/made/render'
import { askRedaction } from '../../../server/publication/redaction/ask-redaction'
import { confirmRedaction } from '../../../server/publication/redaction/decide-redaction'
import { addStep } from '../../../server/report/queue/add-step'
import { readReport } from '../../../server/report/queue/read-reports'
import { freshDatabase } from '../../database'
import { aClaim, onDesk } from '../../newsroom'
import { aNewsroom } from '../../publishing'
import { aDossier, displaced, pageAt } from '../dossier/dossier-world'
import { openForms } from './forms'
import { reported } from './reporting'

const db = await freshDatabase()
const room = await aNewsroom()
const { get } = await openForms()
const admin = await onDesk('admin', room.desk)
const { dossierId, add } = await aDossier(room, 'Karsell dam breach')
const claim = aClaim({ figure: displaced(517) })
const { articleId, number: claimNumber } = await add(claim)
const { number } = await publishDossier({ member: room.editor, dossierId })
const [article] = await db.select().from(articles).where(eq(articles.id, articleId))
const pages = { article: `/a/${article?.publicNumber}`, dossier: `/d/${number}` }
const places = Object.entries(pages)

beforeEach(() => db.delete(attempts))

const answered = async (reportId: string, answer: string, isPublic = true) => {
  const id = uuid()
  const step = { kind: 'answered', answer, isPublic } as const
  await addStep({ member: room.editor, id, reportId, seen: null, step })
  return id
}

test.each(places)(
  'an answer about a whole %s stands on its page when it is public, and goes when it is put back',
  async (_, path) => {
    const sent = { text: 'kanarienvogel', name: 'Ines Prause', email: 'ines@mail.example' }
    const [open, quiet] = [await reported(`${path}/report`, sent), await reported(`${path}/report`)]
    const seen = await answered(open.id, 'We have <b>added</b> the second day.')
    await answered(quiet.id, 'Between us.', false)
    await renderOutbox()
    const page = await pageAt(path)
    expect(page).toContain('What readers asked')
    expect(page).toContain('We have &lt;b&gt;added&lt;/b&gt; the second day.')
    for (const words of ['Between us.', 'kanarienvogel', 'Ines', 'ines@']) expect(page).not.toContain(words)
    expect(page).toContain('.answers .said')
    const put = { kind: 'put-back' } as const
    await addStep({ member: room.editor, id: uuid(), reportId: open.id, seen, step: put })
    await renderOutbox()
    expect(await pageAt(path)).not.toContain('What readers asked')
  },
)

test('an answer stands on the page that it is about, and on no other', async () => {
  const own = { article: 'Of the article.', dossier: 'Of the dossier.', claim: 'Of the claim.' }
  const paths = { ...pages, claim: `/c/${claimNumber}` }
  const about = ['article', 'dossier', 'claim'] as const
  for (const kind of about) await answered((await reported(`${paths[kind]}/report`)).id, own[kind])
  await renderOutbox()
  for (const kind of about) {
    const page = await pageAt(paths[kind])
    for (const other of about) expect(page.includes(own[other]), `${other} on ${kind}`).toBe(other === kind)
  }
  expect(await pageAt(`/d/${number}/v/1`)).not.toContain('What readers asked')
})

test('the desk reads which article a report is about, and its sender comes back to it', async () => {
  const { id, tracking } = await reported(`${pages.article}/report`)
  const read = await readReport(room.author, id)
  expect(read?.article?.path).toMatch(new RegExp(`^${pages.article}-`))
  expect(read).toMatchObject({ claim: null, dossier: null, articleId })
  expect((await get(tracking)).body).toContain(`href="${read?.article?.path}"><bdi>${read?.article?.title}`)
  const ofClaim = await reported(`/c/${claimNumber}/report`)
  expect((await readReport(room.author, ofClaim.id))?.article).toBeNull()
})

test('words that are removed under law are in no answer about their article, or about a dossier that held it', async () => {
  const answers = [`${claim.speaker} has confirmed it.`, `${claim.speaker} was asked.`]
  const sent = await Promise.all(places.map(([, path]) => reported(`${path}/report`)))
  for (const [index, { id }] of sent.entries()) await answered(id, answers[index] ?? '')
  await add(aClaim({ figure: displaced(800), speaker: 'Somebody else' }))
  await takeArticleOut({ member: room.author, dossierId, articleId })
  await publishDossier({ member: room.editor, dossierId })
  const shown = async () => {
    await renderOutbox()
    const made = places.map(([, path]) => pageAt(path))
    const tracked = sent.map(async ({ tracking }) => (await get(tracking)).body)
    return Promise.all([...made, ...tracked])
  }
  for (const [index, page] of (await shown()).entries()) expect(page).toContain(answers[index % 2])
  const order = { law: 'GDPR Art. 17', court: 'LG Hamburg', number: '1', note: 'By order of a court.' }
  const asked = { member: room.editor, claimId: claim.id, words: [claim.speaker], ...order }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: admin, redactionId })
  for (const page of await shown()) {
    expect(page).toMatch(/has confirmed it\.|was asked\./)
    expect(page).not.toContain(claim.speaker)
  }
})
