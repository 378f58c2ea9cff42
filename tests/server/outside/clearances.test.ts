import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  auditEntries,
  clearanceSignatures,
  notices,
  publications,
  releaseOutcomes,
  releases,
} from '../../../db/schema'
import { readClearancesOf } from '../../../server/clearance/read-clearances'
import { liftClearance } from '../../../server/clearance/withdraw-clearance'
import { removeArticle } from '../../../server/deleted/remove-article'
import { limitArticle } from '../../../server/limit/change-limit'
import { readNotices } from '../../../server/notice/read-notices'
import { approveSeveral } from '../../../server/review/approval/decide-several'
import { keepOpening } from '../../../server/review/approval/keep-opening'
import { readSubmission } from '../../../server/review/approval/read-submission'
import { readStages } from '../../../server/review/read-stages'
import { publishDue } from '../../../server/review/release/publish-due'
import { withdraw } from '../../../server/review/withdraw'
import { createCaller } from '../../../server/router'
import { startSession } from '../../../server/session/sign-in'
import { freshDatabase } from '../../database'
import { onDesk, refusalOf } from '../../newsroom'
import { aDeskThatClears } from './newsroom'

const db = await freshDatabase()

test('a claim is approved only when its clearance is given', async () => {
  const { approve, require, sign, omar, ruth, submissionId } = await aDeskThatClears()
  const legal = await require(omar.id)
  expect(await refusalOf(approve())).toBe('clearance-missing')
  expect((await readSubmission(submissionId, ruth)).whyNotApprove?.code).toBe('clearance-missing')
  await sign(legal)
  expect((await readSubmission(submissionId, ruth)).whyNotApprove).toBeNull()
  expect((await approve()).publication).not.toBeNull()
})

test('a refused clearance keeps it from being approved; the newest answer holds', async () => {
  const { approve, require, sign, omar } = await aDeskThatClears()
  const legal = await require(omar.id)
  await sign(legal, { answer: 'refused', note: 'The name must go.' })
  expect(await refusalOf(approve())).toBe('clearance-refused')
  await sign(legal)
  expect((await approve()).publication).not.toBeNull()
})

test('what is not cleared can be returned', async () => {
  const { approve, require, omar } = await aDeskThatClears()
  await require(omar.id)
  await approve({ decision: 'returned', note: 'Name the source.' })
})

test('among several, what is not cleared is refused and the rest goes on', async () => {
  const { require, omar, ruth, submissionId } = await aDeskThatClears()
  await require(omar.id)
  await keepOpening({ submissionId, member: ruth })
  const [outcome] = await approveSeveral({ member: ruth, submissionIds: [submissionId] })
  expect(outcome?.refusal?.code).toBe('clearance-missing')
})

test('another submission needs it again, and the old one is cleared no more', async () => {
  const { approve, ask, edit, require, sign, omar, submissionId } = await aDeskThatClears()
  const legal = await require(omar.id)
  await sign(legal)
  await edit('Probably')
  const second = await ask()
  expect(await refusalOf(approve(second))).toBe('clearance-missing')
  expect(await refusalOf(sign(legal, { submissionId }))).toBe('clearance-superseded')
  await sign(legal, second)
  expect((await approve(second)).publication).not.toBeNull()
})

test('nobody clears words that they did not have before them', async () => {
  const { require, sign, omar } = await aDeskThatClears()
  const legal = await require(omar.id)
  expect(await refusalOf(sign(legal, { hash: '0'.repeat(64) }))).toBe('clearance-other-words')
})

test('only the member who is named clears, and nobody clears their own edits', async () => {
  const { require, sign, omar, maren, lena } = await aDeskThatClears()
  const [legal, data] = [await require(omar.id), await require(lena.id, 'Data desk')]
  expect(await refusalOf(sign(legal, { member: maren }))).toBe('clearance-not-yours')
  expect(await refusalOf(sign(data, { member: lena }))).toBe('clearance-own-edits')
})

test('who required it lifts it with a reason, another editor does not', async () => {
  const { approve, require, desk, ruth, omar } = await aDeskThatClears()
  const legal = await require(omar.id)
  const lift = (member = ruth, note = 'The name is gone.') =>
    liftClearance({ member, clearanceId: legal, note })
  expect(await refusalOf(lift(await onDesk('editor', desk)))).toBe('clearance-not-yours-to-lift')
  expect(await refusalOf(lift(ruth, ' '))).toBe('clearance-lift-needs-note')
  await lift()
  expect(await refusalOf(lift())).toBe('clearance-lifted')
  expect((await approve()).publication).not.toBeNull()
})

test('an admin lifts what somebody else required', async () => {
  const { approve, require, maren, omar } = await aDeskThatClears()
  await liftClearance({ member: maren, clearanceId: await require(omar.id), note: 'She left.' })
  expect((await approve()).publication).not.toBeNull()
})

test('who shall clear is told, and who required it hears the answer', async () => {
  const { require, sign, omar, ruth } = await aDeskThatClears()
  const legal = await require(omar.id)
  await sign(legal)
  const told = async (member: typeof ruth) => (await readNotices(member, null)).notices
  expect(await told(omar)).toMatchObject([{ kind: 'clearance-asked', by: { name: ruth.name } }])
  expect((await told(ruth)).map(({ kind }) => kind)).toContain('clearance-answered')
})

test('the same answer sent twice is signed once', async () => {
  const { require, sign, omar } = await aDeskThatClears()
  const legal = await require(omar.id)
  await Promise.all([sign(legal), sign(legal)])
  expect(await db.$count(clearanceSignatures, eq(clearanceSignatures.clearanceId, legal))).toBe(1)
})

test('no signature is ever changed', async () => {
  const { require, sign, omar } = await aDeskThatClears()
  await sign(await require(omar.id))
  const change = db.execute(sql`update clearance_signatures set answer = 'refused'`)
  await expect(change).rejects.toThrow()
})

const day = 86_400_000
const [soon, then] = [new Date(Date.now() + day).toISOString().slice(0, 16), new Date(Date.now() + 2 * day)]

test('a planned release goes out when what was required since is given by its time', async () => {
  const { approve, require, sign, omar, claim } = await aDeskThatClears()
  await approve({ publishAt: soon })
  await sign(await require(omar.id))
  await publishDue(then)
  expect(await db.$count(publications, eq(publications.claimId, claim.id))).toBe(1)
})

test('a planned release without its clearance is not published; editor and authors are told why', async () => {
  const { approve, require, omar, claim, lena, ruth, room, submissionId } = await aDeskThatClears()
  await approve({ publishAt: soon })
  await require(omar.id)
  await publishDue(then)
  expect(await db.$count(publications, eq(publications.claimId, claim.id))).toBe(0)
  const [outcome] = await db
    .select({ end: releaseOutcomes.end, refusal: releaseOutcomes.refusal })
    .from(releaseOutcomes)
    .innerJoin(releases, eq(releases.id, releaseOutcomes.releaseId))
    .where(eq(releases.submissionId, submissionId))
  expect(outcome).toMatchObject({ end: 'refused', refusal: { code: 'clearance-missing' } })
  const [stage] = await readStages(room.articleId, lena)
  expect(stage).toMatchObject({ stage: 'returned' })
  expect(stage?.returned?.note).toContain('Legal')
  const told = await db.select().from(notices).where(eq(notices.kind, 'release-held'))
  expect(told.map(({ memberId }) => memberId).sort()).toEqual([lena.id, ruth.id].sort())
})

test('a clearance refused after the approval holds a planned release, too', async () => {
  const { approve, require, sign, omar, claim } = await aDeskThatClears()
  const legal = await require(omar.id)
  await sign(legal)
  await approve({ publishAt: soon })
  await sign(legal, { answer: 'refused', note: 'They sued.' })
  await publishDue(then)
  expect(await db.$count(publications, eq(publications.claimId, claim.id))).toBe(0)
})

test('of an article limited to others a member sees no clearance and names nobody who may not open it', async () => {
  const { require, claim, room, lena, ruth, omar } = await aDeskThatClears()
  await require(omar.id)
  await limitArticle({ member: ruth, articleId: room.articleId, was: null, members: [ruth.id, lena.id] })
  expect(await readClearancesOf(claim.id, omar)).toMatchObject({ clearances: [], submission: null })
  expect(await refusalOf(require(omar.id, 'Data desk'))).toBe('member-unknown')
})

test('nothing is cleared or lifted in a deleted article', async () => {
  const { require, sign, room, ruth, omar, lena, submissionId } = await aDeskThatClears()
  const legal = await require(omar.id)
  await withdraw({ member: lena, submissionId })
  await removeArticle({ member: ruth, articleId: room.articleId })
  expect(await refusalOf(sign(legal))).toBe('article-deleted')
  const lift = liftClearance({ member: ruth, clearanceId: legal, note: 'x' })
  expect(await refusalOf(lift)).toBe('article-deleted')
})

test('the audit keeps who lifted a clearance', async () => {
  const { require, desk, ruth, omar } = await aDeskThatClears()
  const clearanceId = await require(omar.id)
  const sessionId = await startSession(ruth.personId)
  const person = {
    id: ruth.personId,
    name: ruth.name,
    email: 'ruth@desk.example',
    sessionId,
    language: 'en' as const,
  }
  await createCaller({ person }).clearance.lift({ desk: desk.slug, clearanceId, note: 'The name is gone.' })
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.way, 'clearance.lift'))
  expect(entry).toMatchObject({ memberId: ruth.id, outcome: 'done', things: { clearanceId } })
})
