import { desc, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { attempts, auditEntries, mails, reportSteps, reports } from '../../../db/schema'
import { readMyWork } from '../../../server/assignment/read-work'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { readNotices } from '../../../server/notice/read-notices'
import { sendDigests } from '../../../server/notice/send-digests'
import { renderOutbox, renderStale } from '../../../server/publication/made/render'
import { askRedaction } from '../../../server/publication/redaction/ask-redaction'
import { confirmRedaction } from '../../../server/publication/redaction/decide-redaction'
import { readPage } from '../../../server/publication/stored/read-page'
import { addStep } from '../../../server/report/queue/add-step'
import { changeBlock } from '../../../server/report/queue/change-block'
import {
  countReports,
  readGiven,
  readOthers,
  readReport,
  readReports,
} from '../../../server/report/queue/read-reports'
import type { Step } from '../../../server/report/queue/step'
import { takeUp } from '../../../server/report/queue/take-up'
import { createCaller } from '../../../server/router'
import { readThreads } from '../../../server/thread/read-threads'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, onDesk, refusalOf } from '../../newsroom'
import { aNewsroom } from '../../publishing'
import { aDossier, displaced } from '../dossier/dossier-world'
import { openForms } from './forms'
import { aPublishedCheck, reported } from './reporting'

const db = await freshDatabase()
const desk = await aDesk()
const author = await onDesk('reviewer', desk)
const editor = await onDesk('editor', desk)
const admin = await onDesk('admin', desk)
const other = await onDesk('reviewer', desk)
const check = await aPublishedCheck({ author, editor })
const { get, send } = await openForms()

beforeAll(() => renderStale())
beforeEach(() => db.delete(attempts))

type Given = { member?: Member; id?: string; reportId: string; seen?: string | null }
const step = ({ member = editor, id = uuid(), seen = null, reportId }: Given, step: Step) =>
  addStep({ member, id, seen, reportId, step })
const answer = (given: Given, words: string, isPublic = false) =>
  step(given, { kind: 'answered', answer: words, isPublic })

const claimPage = async () => (await readPage(`/c/${check.number}`))?.bytes.toString() ?? ''

test('a report is new on its desk, with what it is about; only who may answer reads who sent it', async () => {
  const { id } = await reported(check.form, {
    text: 'It was 1988.',
    name: 'Ines',
    email: 'ines@mail.example',
  })
  const expected = {
    ...{ text: 'It was 1988.', state: 'new', standing: null, isBlocked: false, task: null },
    claim: { number: check.number, version: 1, statement: check.claim.statement, path: check.path },
  }
  expect(await readReport(editor, id)).toMatchObject({
    ...{ ...expected, sender: { name: 'Ines', email: 'ines@mail.example' } },
  })
  expect(await readReport(author, id)).toMatchObject({ ...expected, sender: null })
  expect((await countReports(author)).new).toBeGreaterThan(0)
  expect((await readReports(editor, { state: 'answered', after: null })).reports).toEqual([])
})

test('every page of the queue goes on where the one before ended', async () => {
  const elsewhere = await aDesk()
  const reader = await onDesk('editor', elsewhere)
  const sent: string[] = []
  for (let n = 0; n < 31; n += 1) sent.unshift((await reported(`/desks/${elsewhere.slug}/report`)).id)
  const first = await readReports(reader, { state: 'new', after: null })
  const second = await readReports(reader, { state: 'new', after: first.next })
  expect([...first.reports, ...second.reports].map(({ id }) => id)).toEqual(sent)
  expect(second.next).toBeNull()
})

test('editors and admins are told, once, and by mail in their digest; reviewers are not', async () => {
  const { id } = await reported(`/desks/${desk.slug}/suggest`, { text: 'Crime has doubled.' })
  const { id: about } = await reported(check.form, { name: 'Ines' })
  const told = async (member: Member) =>
    (await readNotices(member, null)).notices.filter(({ reportId }) => reportId === id || reportId === about)
  for (const member of [editor, admin])
    expect(await told(member)).toMatchObject([
      { kind: 'reported', by: { name: 'Ines' }, about: check.claim.statement },
      { kind: 'reported', by: { name: 'A reader' }, about: 'Crime has doubled.', articleTitle: null },
    ])
  expect(await told(author)).toEqual([])
  await sendDigests({ now: new Date(Date.now() + 2 * 3_600_000), origin: 'https://checks.example' })
  const [mail] = await db
    .select()
    .from(mails)
    .where(eq(mails.to, `${admin.personId}@desk.example`))
  expect(mail?.text).toContain(`https://checks.example/desk/${desk.slug}/reports?report=${id}`)
})

test('its sender reads the answer at their address and gets it by mail', async () => {
  const { id, tracking } = await reported(check.form, { email: 'ines@answered.example' })
  await answer({ reportId: id }, '  You are right: it was 1988.\nThank you. ')
  const page = await get(tracking)
  expect(page.body).toContain('<b>Answered.</b>')
  expect(page.body).toContain('You are right: it was 1988.\nThank you.')
  expect(page.body).not.toContain(editor.name)
  const sent = await db
    .select()
    .from(mails)
    .where(eq(mails.to, 'ines@answered.example'))
    .orderBy(mails.writtenAt)
  expect(sent.map(({ text }) => text)).toEqual([
    expect.stringContaining(tracking),
    expect.stringContaining('You are right: it was 1988.'),
  ])
})

test('a mail that only an address was typed for holds no word of who typed it, and no address is flooded', async () => {
  for (let n = 0; n < 5; n += 1)
    await reported(check.form, { text: 'Buy pills', name: 'Pills', email: 'victim@mail.example' })
  const sent = await db.select().from(mails).where(eq(mails.to, 'victim@mail.example'))
  expect(sent).toHaveLength(3)
  for (const { text, subject } of sent) expect(`${subject} ${text}`).not.toMatch(/pills/i)
})

test('an answer stands on the claim’s page only when it is public, and goes when it is put back', async () => {
  const [open, quiet] = [await reported(check.form), await reported(check.form)]
  const id = uuid()
  await answer({ reportId: open.id, id }, 'We have <b>corrected</b> the year.', true)
  await answer({ reportId: quiet.id }, 'Between us.')
  await renderOutbox()
  const page = await claimPage()
  expect(page).toContain('What readers asked')
  expect(page).toContain('We have &lt;b&gt;corrected&lt;/b&gt; the year.')
  expect(page).not.toContain('Between us.')
  expect(page).not.toContain(open.text)
  expect((await readPage(`/c/${check.number}/v/1`))?.bytes.toString()).not.toContain('What readers asked')
  await step({ reportId: open.id, seen: id }, { kind: 'put-back' })
  await renderOutbox()
  expect(await claimPage()).not.toContain('What readers asked')
})

test('words that are removed under law are in no answer, on its claim’s page or where its sender reads it', async () => {
  const { claim, number, form } = await aPublishedCheck({ author, editor })
  const own = await reported(form)
  await answer({ reportId: own.id }, `${claim.speaker} confirmed it.`, true)
  const double = await reported(form)
  await step({ reportId: double.id }, { kind: 'duplicate', duplicateOf: own.id })
  const shown = async () => {
    await renderOutbox()
    const page = (await readPage(`/c/${number}`))?.bytes.toString() ?? ''
    return [page, (await get(own.tracking)).body, (await get(double.tracking)).body]
  }
  for (const page of await shown()) expect(page).toContain(`${claim.speaker} confirmed it.`)
  const order = { law: 'GDPR Art. 17', court: 'LG Hamburg', number: '1', note: 'By order of a court.' }
  const asked = { member: editor, claimId: claim.id, words: [claim.speaker], ...order }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: admin, redactionId })
  for (const page of await shown()) {
    expect(page).toContain('confirmed it.')
    expect(page).not.toContain(claim.speaker)
  }
})

test('what is about the desk as a whole has no page for an answer, and an empty one is none', async () => {
  const { id: reportId } = await reported(`/desks/${desk.slug}/report`)
  expect(await refusalOf(answer({ reportId }, 'We look.', true))).toBe('report-not-public')
  expect(await refusalOf(answer({ reportId }, ' \n'))).toBe('report-answer-empty')
  expect(await refusalOf(answer({ reportId }, 'x'.repeat(5_001)))).toBe('report-too-long')
})

test('of two who act on what they both read, the second is told what the first did', async () => {
  const { id: reportId } = await reported(check.form)
  const first = { reportId, id: uuid(), member: admin }
  await answer(first, 'It is right as it stands.')
  await answer(first, 'It is right as it stands.')
  const late = step({ reportId }, { kind: 'spam' })
  await expect(late).rejects.toThrow(`${admin.name} has answered this meanwhile.`)
  await step({ reportId, seen: first.id }, { kind: 'spam' })
  expect((await readReport(editor, reportId))?.state).toBe('spam')
  expect(await db.$count(reportSteps, eq(reportSteps.reportId, reportId))).toBe(2)
})

test('two at once: one is done, the other is told', async () => {
  const { id: reportId } = await reported(check.form)
  const both = await Promise.allSettled([
    answer({ reportId }, 'One.'),
    answer({ reportId, member: admin }, 'Two.'),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a double says so to its sender, with the answer that the other got in public', async () => {
  const [first, second] = [await reported(check.form), await reported(check.form)]
  expect((await readOthers(editor, second.id)).map(({ id }) => id)).toContain(first.id)
  await step({ reportId: second.id }, { kind: 'duplicate', duplicateOf: first.id })
  expect((await get(second.tracking)).body).toContain('<b>Known already.</b>')
  const id = uuid()
  await answer({ reportId: first.id, id }, 'Between us.')
  expect((await get(second.tracking)).body).not.toContain('Between us.')
  await answer({ reportId: first.id, seen: id }, 'For all to read.', true)
  expect((await get(second.tracking)).body).toContain('For all to read.')
  expect((await readOthers(editor, first.id)).map(({ id }) => id)).not.toContain(second.id)
})

const mailsTo = async (to: string) =>
  (await db.select().from(mails).where(eq(mails.to, to)).orderBy(mails.writtenAt)).map(({ text }) => text)

test('who sent a double gets the public answer by mail when the original is answered, each address once', async () => {
  const first = await reported(check.form, { email: 'first@double.example' })
  const [double, again] = [
    await reported(check.form, { email: 'second@double.example' }),
    await reported(check.form, { email: 'Second@double.example' }),
  ]
  const nameless = await reported(check.form)
  for (const { id } of [double, again, nameless])
    await step({ reportId: id }, { kind: 'duplicate', duplicateOf: first.id })
  await answer({ reportId: first.id }, 'It was 1988, thank you.', true)
  const [, told, ...more] = await mailsTo('second@double.example')
  expect(told).toMatch(/told the same by somebody else, and has answered them:\n\nIt was 1988, thank you\./)
  expect(more).toEqual([])
  expect(await mailsTo('first@double.example')).toHaveLength(2)
})

test('who sent a double is told that it is dealt with, without words that are for the first sender alone', async () => {
  const first = await reported(check.form, { email: 'first@quiet.example' })
  const double = await reported(check.form, { email: 'second@quiet.example' })
  await step({ reportId: double.id }, { kind: 'duplicate', duplicateOf: first.id })
  expect((await get(double.tracking)).body).not.toContain('answered the one who told it first')
  await answer({ reportId: first.id }, 'Between us.')
  const [, told = ''] = await mailsTo('second@quiet.example')
  expect(told).toContain('It has dealt with that and answered them.')
  const page = (await get(double.tracking)).body
  expect(page).toContain('answered the one who told it first on')
  for (const words of [told, page]) expect(words).not.toContain('Between us.')
})

test('a report that turns out to double one that is answered has its outcome at once', async () => {
  const first = await reported(check.form)
  await answer({ reportId: first.id }, 'We have corrected it.', true)
  const late = await reported(check.form, { email: 'late@double.example' })
  await step({ reportId: late.id }, { kind: 'duplicate', duplicateOf: first.id })
  expect((await mailsTo('late@double.example'))[1]).toContain('We have corrected it.')
  expect((await get(late.tracking)).body).toContain('We have corrected it.')
})

test('nothing doubles itself, a double, spam, or what is not there', async () => {
  const [first, second, third] = [
    await reported(check.form),
    await reported(check.form),
    await reported(check.form),
  ]
  const double = (reportId: string, duplicateOf: string) =>
    step({ reportId }, { kind: 'duplicate', duplicateOf })
  expect(await refusalOf(double(first.id, first.id))).toBe('report-no-original')
  expect(await refusalOf(double(first.id, uuid()))).toBe('report-unknown')
  await double(second.id, first.id)
  expect(await refusalOf(double(third.id, second.id))).toBe('report-no-original')
  expect(await refusalOf(double(first.id, third.id))).toBe('report-is-original')
})

test('a blocked network writes to this desk no more, and to another as before; it can be let in again', async () => {
  const home = '127.0.0.1'
  const { id: reportId } = await reported(check.form, {}, home)
  await changeBlock({ member: editor, reportId, isBlocked: true })
  await changeBlock({ member: editor, reportId, isBlocked: true })
  const answered = await send(check.form, { text: 'Me again' })
  expect(answered.status).toBe(403)
  expect(answered.body).toContain('This desk takes nothing from your network any more.')
  expect((await readReport(editor, reportId))?.isBlocked).toBe(true)
  const elsewhere = await aDesk()
  expect((await send(`/desks/${elsewhere.slug}/report`, { text: 'Hello' })).status).toBe(303)
  await changeBlock({ member: editor, reportId, isBlocked: false })
  expect((await send(check.form, { text: 'Me again' })).status).toBe(303)
})

test('a report becomes work on its claim for a member, who is told and reads the words there', async () => {
  const { id: reportId } = await reported(check.form, { text: 'It was 1988, @editor.', name: 'Ines' })
  const due = '2030-03-05T12:00'
  const before = (await readMyWork(other, { offset: 0, due: null })).items
  await takeUp({ member: editor, id: uuid(), reportId, seen: null, task: { to: other.id, due } })
  const read = await readReport(editor, reportId)
  expect(read).toMatchObject({ state: 'taken-up', task: { to: other.name, dueAt: expect.any(Date) } })
  const [notice] = (await readNotices(other, null)).notices
  expect(notice).toMatchObject({ kind: 'assigned', claimId: check.claim.id })
  expect((await readNotices(admin, null)).notices.map(({ kind }) => kind)).not.toContain('mentioned')
  const threads = await readThreads(check.claim.id, other)
  expect(JSON.stringify(threads)).toContain('A reader reports: It was 1988')
  expect(JSON.stringify(threads)).not.toContain('Ines')
  expect(before).toEqual([])
  const [work] = (await readMyWork(other, { offset: 0, due: null })).items
  expect(work).toMatchObject({ claimId: check.claim.id, note: expect.stringContaining('It was 1988') })
  const standing = read?.standing?.id ?? null
  await answer({ reportId, seen: standing }, 'Corrected, thank you.')
  expect((await readMyWork(other, { offset: 0, due: null })).items).toEqual([])
})

test('two reports on one claim for the same member are one piece of work', async () => {
  const [first, second] = [await reported(check.form), await reported(check.form)]
  for (const { id: reportId } of [first, second])
    await takeUp({ member: editor, id: uuid(), reportId, seen: null, task: { to: author.id } })
  expect((await readMyWork(author, { offset: 0, due: null })).items).toHaveLength(1)
})

test('what is about no article is given to a member itself, who is told and has it on their desk until it is answered', async () => {
  const { id: reportId, tracking } = await reported(`/desks/${desk.slug}/suggest`, {
    text: 'Is the dam safe?',
  })
  const observer = await onDesk('observer', desk)
  const stranger = await onDesk('reviewer', await aDesk())
  const asked = { member: editor, id: uuid(), reportId, seen: null }
  expect(await refusalOf(takeUp({ ...asked, task: { to: observer.id } }))).toBe('observers-take-no-work')
  expect(await refusalOf(takeUp({ ...asked, task: { to: stranger.id } }))).toBe('member-unknown')
  expect((await readReport(editor, reportId))?.state).toBe('new')
  await takeUp({ ...asked, task: { to: other.id, due: '2030-03-05' } })
  await takeUp({ ...asked, task: { to: other.id, due: '2030-03-05' } })
  expect(await readReport(editor, reportId)).toMatchObject({
    ...{ state: 'taken-up', task: { to: other.name, dueAt: expect.any(Date) } },
  })
  const told = (await readNotices(other, null)).notices.filter((notice) => notice.reportId === reportId)
  expect(told).toMatchObject([{ kind: 'assigned', about: 'Is the dam safe?', by: { name: editor.name } }])
  expect((await readGiven(other)).map(({ id }) => id)).toEqual([reportId])
  expect(await readGiven(editor)).toEqual([])
  expect((await get(tracking)).body).toContain('<b>Being looked at.</b>')
  await answer({ reportId, seen: asked.id }, 'We look into it.')
  expect(await readGiven(other)).toEqual([])
})

test('of a report from a dossier the desk sees which, and it is given to a member itself', async () => {
  const room = await aNewsroom()
  const publishedDossier = async (name: string) => {
    const { dossierId, add } = await aDossier(room, name)
    await add(aClaim({ figure: displaced(517) }))
    const { number } = await publishDossier({ member: room.editor, dossierId })
    return { dossierId, number, form: `/d/${number}/report` }
  }
  const dam = await publishedDossier('Karsell dam breach')
  const rain = await publishedDossier('The rain of May')
  const { id: reportId } = await reported(dam.form, { text: 'It was 571.' })
  const { id: same } = await reported(dam.form)
  await reported(rain.form)
  await reported(`/desks/${room.desk.slug}/report`)
  const read = await readReport(room.author, reportId)
  expect(read).toMatchObject({
    ...{ claim: null, articleId: null, state: 'new' },
    dossier: {
      ...{ id: dam.dossierId, version: 1, name: 'Karsell dam breach' },
      path: `/d/${dam.number}-karsell-dam-breach`,
    },
  })
  expect((await readOthers(room.editor, reportId)).map(({ id }) => id)).toEqual([same])
  const asked = { member: room.editor, id: uuid(), reportId, seen: null }
  await takeUp({ ...asked, task: { to: room.author.id } })
  expect((await readGiven(room.author)).map(({ dossier }) => dossier?.name)).toEqual(['Karsell dam breach'])
})

test('work that cannot be given leaves the report as it was', async () => {
  const observer = await onDesk('observer', desk)
  const { id: reportId } = await reported(check.form)
  const asked = { member: editor, id: uuid(), reportId, seen: null, task: { to: observer.id } }
  expect(await refusalOf(takeUp(asked))).toBe('observers-take-no-work')
  expect((await readReport(editor, reportId))?.state).toBe('new')
})

test('of an article that is limited to others nothing is read, done or told', async () => {
  const limited = await aPublishedCheck({ author, editor })
  const { articleId } = limited
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id] })
  const { id: reportId } = await reported(limited.form)
  expect(await readReport(admin, reportId)).toBeNull()
  expect(await refusalOf(answer({ reportId, member: admin }, 'Hm.'))).toBe('report-unknown')
  expect(await refusalOf(changeBlock({ member: admin, reportId, isBlocked: true }))).toBe('report-unknown')
  const isTold = async (member: Member) =>
    (await readNotices(member, null)).notices.some((notice) => notice.reportId === reportId)
  expect([await isTold(admin), await isTold(editor)]).toEqual([false, true])
})

test('the audit keeps who did what with which report, and no word of it', async () => {
  const { id: reportId } = await reported(check.form, { text: 'kanarienvogel' })
  const { personId, name } = editor
  const caller = createCaller({ person: { id: personId, name, email: '', sessionId: '', language: 'en' } })
  const id = uuid()
  await caller.report.answer({
    desk: desk.slug,
    reportId,
    id,
    seen: null,
    answer: 'kanarienvogel',
    isPublic: false,
  })
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.deskId, desk.id))
    .orderBy(desc(auditEntries.at))
    .limit(1)
  expect(entry).toMatchObject({
    ...{ act: 'answer reports', way: 'report.answer', outcome: 'done', memberId: editor.id },
    things: { reportId, id },
  })
  expect(JSON.stringify(entry)).not.toContain('kanarienvogel')
})

test('what was sent and what was done with it is never changed', async () => {
  const { id } = await reported(check.form)
  await answer({ reportId: id }, 'Thank you.')
  await expect(db.update(reports).set({ text: 'else' }).where(eq(reports.id, id))).rejects.toThrow()
  await expect(db.update(reportSteps).set({ answer: 'else' })).rejects.toThrow()
})
