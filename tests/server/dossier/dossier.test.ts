import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import type { Figure } from '../../../server/claim/figure/figure'
import {
  addArticle,
  addDossier,
  addNote,
  removeDossier,
  renameDossier,
  takeArticleOut,
} from '../../../server/dossier/change-dossier'
import { addExplanation } from '../../../server/dossier/explanation/add-explanation'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { readFigures } from '../../../server/dossier/ledger/read-figures'
import { readClaims } from '../../../server/dossier/ledger/read-ledger'
import {
  readDossier,
  readDossierArticles,
  readDossiers,
  readNotes,
} from '../../../server/dossier/read-dossiers'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { setFigure } from '../../../server/room/doc/claim-values'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aFigure, aRoomWith, onDesk, refusalOf } from '../../newsroom'

await freshDatabase()

const displaced = (low: number, high: number, parts: Partial<Figure> = {}) =>
  aFigure({ low, high, reported: `${low}`, counted: 'people displaced', ...parts })

/** A desk with a dossier of two articles whose figures cannot both hold. */
async function aDossier() {
  const desk = await aDesk()
  const [lena, ruth, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const claims = [
    aClaim({ kind: 'number', figure: displaced(500, 600), speaker: 'Centre for Human Rights' }),
    aClaim({ kind: 'number', figure: displaced(2000, 2000), speaker: 'The rapporteur' }),
  ] as const
  const rooms = [await aRoomWith([claims[0]], lena), await aRoomWith([claims[1]], lena)] as const
  const dossierId = uuid()
  await addDossier({ member: lena, dossierId, name: 'Karsell dam breach' })
  for (const { articleId } of rooms) await addArticle({ member: lena, dossierId, articleId })
  return { desk, lena, ruth, jonas, claims, rooms, dossierId }
}

async function explain(
  { dossierId, lena }: { dossierId: string; lena: Member },
  text = 'They count from other days.',
) {
  const [group] = await readFigures(dossierId, lena)
  const id = uuid()
  const pairs = group?.cards[0]?.pairs ?? []
  await addExplanation({ member: lena, dossierId, id, pairs, reason: 'other-date', text })
  return id
}

test('a dossier lays the figures of its articles side by side', async () => {
  const { dossierId, lena } = await aDossier()
  const groups = await readFigures(dossierId, lena)
  expect(groups.map(({ counted, rows }) => [counted, rows.map(({ figure }) => figure?.low)])).toEqual([
    ['people displaced', [500, 2000]],
  ])
  expect(await readClaims(dossierId, lena)).toHaveLength(2)
  expect(await readDossiers(lena)).toMatchObject([
    { name: 'Karsell dam breach', articles: 2, claims: 2, published: null },
  ])
})

test('two figures that cannot both hold are a disagreement until a second person approves why', async () => {
  const world = await aDossier()
  const { dossierId, lena, ruth } = world
  const cards = async () => (await readFigures(dossierId, lena)).flatMap((group) => group.cards)
  expect((await cards()).map(({ letter, isOpen }) => [letter, isOpen])).toEqual([['a', true]])
  const explanationId = await explain(world)
  expect((await cards())[0]).toMatchObject({ isOpen: true, said: [{ reason: 'other-date', decided: null }] })
  await decideExplanation({ member: ruth, dossierId, explanationId, outcome: 'approved', note: '' })
  expect((await cards())[0]).toMatchObject({ isOpen: false, said: [{ decided: { by: { id: ruth.id } } }] })
})

test('a figure that changes takes its explanation off the card', async () => {
  const world = await aDossier()
  const { dossierId, lena, ruth, rooms, claims } = world
  const explanationId = await explain(world)
  await decideExplanation({ member: ruth, dossierId, explanationId, outcome: 'approved', note: '' })
  await rooms[1].edit(lena, (doc) => setFigure(doc, claims[1].id, displaced(2100, 2100)))
  const [group] = await readFigures(dossierId, lena)
  expect(group?.cards).toMatchObject([{ isOpen: true, said: [] }])
})

test('nobody approves what they explained, and reviewers approve nothing', async () => {
  const world = await aDossier()
  const { dossierId, lena, ruth, jonas } = world
  const explanationId = await explain({ dossierId, lena: ruth })
  const decide = (member: Member, outcome: 'approved' | 'returned' | 'withdrawn', note = '') =>
    refusalOf(decideExplanation({ member, dossierId, explanationId, outcome, note }))
  expect(await decide(ruth, 'approved')).toBe('own-explanation')
  expect(await decide(lena, 'approved')).toBe('role-too-low')
  expect(await decide(jonas, 'returned')).toBe('explanation-return-needs-note')
  expect(await decide(jonas, 'withdrawn')).toBe('explanation-unknown')
  await decideExplanation({
    member: jonas,
    dossierId,
    explanationId,
    outcome: 'returned',
    note: 'Name the days.',
  })
  expect(await decide(jonas, 'approved')).toBe('explanation-decided')
})

test('an explanation of figures that have changed meanwhile is refused', async () => {
  const { dossierId, lena } = await aDossier()
  const stale = addExplanation({
    ...{ member: lena, dossierId, id: uuid(), pairs: ['aa-bb'] },
    ...{ reason: 'typo' as const, text: 'Two digits are swapped.' },
  })
  expect(await refusalOf(stale)).toBe('figures-changed')
})

test('of an article that is limited to others, nothing stands in the dossier one reads', async () => {
  const world = await aDossier()
  const { dossierId, lena, ruth, jonas, rooms } = world
  await explain(world)
  await limitArticle({ member: ruth, articleId: rooms[1].articleId, was: null, members: [ruth.id, lena.id] })
  expect(await readDossierArticles(dossierId, jonas)).toHaveLength(1)
  expect(await readClaims(dossierId, jonas)).toHaveLength(1)
  const [group] = await readFigures(dossierId, jonas)
  expect(group?.rows.map(({ figure }) => figure?.low)).toEqual([500])
  expect(group?.cards).toEqual([])
  const explanationId = (await readFigures(dossierId, lena))[0]?.cards[0]?.said[0]?.id ?? ''
  const unseen = decideExplanation({ member: jonas, dossierId, explanationId, outcome: 'approved', note: '' })
  expect(await refusalOf(unseen)).toBe('explanation-unknown')
})

test('another desk’s dossier looks like one that is not there', async () => {
  const { dossierId, rooms } = await aDossier()
  const stranger = await onDesk('editor', await aDesk())
  const refused = [
    () => readDossier(dossierId, stranger),
    () => readFigures(dossierId, stranger),
    () => readDossierArticles(dossierId, stranger),
    () => readClaims(dossierId, stranger),
    () => readNotes(dossierId, stranger),
    () => renameDossier({ member: stranger, dossierId, name: 'Mine' }),
    () => addArticle({ member: stranger, dossierId, articleId: rooms[0].articleId }),
    () => removeDossier({ member: stranger, dossierId }),
    () => addNote({ member: stranger, dossierId, id: uuid(), text: 'Mine.' }),
    () => addDossier({ member: stranger, dossierId, name: 'Mine' }),
  ]
  for (const act of refused) expect(await refusalOf(act())).toBe('dossier-unknown')
})

test('an article is in a dossier once, and can be taken out and put in again', async () => {
  const { dossierId, lena, rooms } = await aDossier()
  const [{ articleId }] = rooms
  await addArticle({ member: lena, dossierId, articleId })
  expect(await readDossierArticles(dossierId, lena)).toHaveLength(2)
  await takeArticleOut({ member: lena, dossierId, articleId })
  expect(await refusalOf(takeArticleOut({ member: lena, dossierId, articleId }))).toBe('article-unknown')
  expect((await readDossierArticles(dossierId, lena)).map(({ id }) => id)).toEqual([rooms[1].articleId])
  await addArticle({ member: lena, dossierId, articleId })
  expect(await readDossierArticles(dossierId, lena)).toHaveLength(2)
})

test('a note is signed and kept once; a dossier that is removed is gone from the list', async () => {
  const { dossierId, lena, ruth } = await aDossier()
  const id = uuid()
  for (let times = 0; times < 2; times++)
    await addNote({ member: lena, dossierId, id, text: ' Ask the district. ' })
  expect(await readNotes(dossierId, ruth)).toMatchObject([
    { id, text: 'Ask the district.', by: { id: lena.id } },
  ])
  expect(await refusalOf(addNote({ member: lena, dossierId, id: uuid(), text: ' ' }))).toBe(
    'dossier-note-empty',
  )
  await removeDossier({ member: ruth, dossierId })
  expect(await readDossiers(lena)).toEqual([])
  expect(await refusalOf(readDossier(dossierId, lena))).toBe('dossier-unknown')
})
