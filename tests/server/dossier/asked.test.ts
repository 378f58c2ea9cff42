import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mails, people } from '../../../db/schema'
import { removeDossier } from '../../../server/dossier/change-dossier'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { explanationPlace } from '../../../server/dossier/explanation/explanation'
import { readAsked } from '../../../server/dossier/explanation/read-asked'
import { readExplained } from '../../../server/dossier/ledger/read-figures'
import { readDossier } from '../../../server/dossier/read-dossiers'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { countUnread, readNotices } from '../../../server/notice/read-notices'
import { sendDigests } from '../../../server/notice/send-digests'
import { setFigure } from '../../../server/room/doc/claim-values'
import { freshDatabase } from '../../database'
import { aClaim, onDesk } from '../../newsroom'
import { anExplanation, aWorld, displaced } from './dossier-world'

const db = await freshDatabase()
const text = 'They count from other days.'

/** Two figures that cannot both hold, and why, as the author explains it to two editors. */
async function anAskedDesk() {
  const world = await aWorld()
  const { author, dossierId, addUnpublished } = world
  const rooms = [
    await addUnpublished(aClaim({ kind: 'number', figure: displaced(500) })),
    await addUnpublished(aClaim({ kind: 'number', figure: displaced(2000) })),
  ] as const
  const other = await onDesk('editor', world.desk)
  const explanationId = await anExplanation({ member: author, dossierId, text })
  return { ...world, other, rooms, explanationId }
}

const told = async (member: Member) => (await readNotices(member, null)).notices
const kindsOf = async (member: Member) => (await told(member)).map(({ kind }) => kind)

test('who may approve is told that an explanation waits, with its words and the dossier, and nobody else', async () => {
  const { desk, author, editor, other, dossierId, explanationId } = await anAskedDesk()
  expect(await told(editor)).toMatchObject([
    {
      ...{ kind: 'explanation-sent', by: { id: author.id }, about: text, articleId: null },
      ...{ explanationId, dossierId, dossierName: 'Karsell dam breach' },
    },
  ])
  expect(await countUnread(other)).toBe(1)
  expect(await kindsOf(author)).toEqual([])
  expect(await kindsOf(await onDesk('reviewer', desk))).toEqual([])
})

test('the mail about it leads to its card', async () => {
  const { desk, editor, dossierId, explanationId } = await anAskedDesk()
  const origin = 'https://checks.example'
  await sendDigests({ now: new Date(Date.now() + 61 * 60_000), origin })
  const [person] = await db.select().from(people).where(eq(people.id, editor.personId))
  const [mail] = await db
    .select()
    .from(mails)
    .where(eq(mails.to, person?.email ?? ''))
  expect(mail?.text).toContain('In the dossier Karsell dam breach')
  expect(mail?.text).toContain(`${origin}${explanationPlace(desk.slug, { dossierId, id: explanationId })}`)
})

test('its author is told what an editor made of it', async () => {
  const { author, editor, dossierId, explanationId } = await anAskedDesk()
  const decided = { member: editor, dossierId }
  await decideExplanation({ ...decided, explanationId, outcome: 'returned', note: 'Which days?' })
  expect(await kindsOf(author)).toEqual(['explanation-returned'])
  const again = await anExplanation({ member: author, dossierId })
  await decideExplanation({ ...decided, explanationId: again, outcome: 'approved', note: '' })
  expect(await kindsOf(author)).toEqual(['explanation-approved', 'explanation-returned'])
})

test('what waits is counted in the list of dossiers, and is in an editor’s queue but not in its author’s', async () => {
  const { author, editor, dossierId, explanationId } = await anAskedDesk()
  expect((await readDossier(dossierId, author)).waiting).toBe(1)
  expect(await readAsked(editor)).toMatchObject([{ id: explanationId, text, dossierId }])
  expect(await readAsked({ ...author, role: 'editor' })).toEqual([])
  expect(await readAsked({ ...editor, role: 'reviewer' })).toEqual([])
  await decideExplanation({ member: editor, dossierId, explanationId, outcome: 'approved', note: '' })
  expect((await readDossier(dossierId, author)).waiting).toBe(0)
  expect(await readAsked(editor)).toEqual([])
})

test('who may not read an article that it is about is told nothing of it', async () => {
  const { author, editor, other, dossierId, rooms } = await anAskedDesk()
  const members = [editor.id, author.id]
  await limitArticle({ member: editor, articleId: rooms[1].articleId, was: null, members })
  expect(await told(other)).toEqual([])
  expect(await countUnread(other)).toBe(0)
  expect(await readAsked(other)).toEqual([])
  expect((await readDossier(dossierId, other)).waiting).toBe(0)
  expect(await countUnread(editor)).toBe(1)
})

test('of a dossier that is removed nothing is told any more', async () => {
  const { editor, other, dossierId } = await anAskedDesk()
  await removeDossier({ member: editor, dossierId })
  expect(await told(other)).toEqual([])
  expect(await countUnread(other)).toBe(0)
  expect(await readAsked(other)).toEqual([])
})

test('what waits is found also after one of its figures has changed', async () => {
  const { author, editor, dossierId, rooms, explanationId } = await anAskedDesk()
  expect((await readExplained(dossierId, editor)).unplaced).toEqual([])
  const [, { claim, edit }] = rooms
  await edit(author, (doc) => setFigure(doc, claim.id, displaced(2100)))
  expect((await readExplained(dossierId, editor)).unplaced).toMatchObject([{ id: explanationId }])
  const returned = { outcome: 'returned', note: 'It is 2,100 now.' } as const
  await decideExplanation({ member: editor, dossierId, explanationId, ...returned })
  expect((await readExplained(dossierId, editor)).unplaced).toEqual([])
})
