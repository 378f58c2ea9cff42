import { expect, test } from 'vitest'
import { renameDossier, takeArticleOut } from '../../../server/dossier/change-dossier'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { readAhead } from '../../../server/dossier/published/read-ahead'
import { setFigure } from '../../../server/room/doc/claim-values'
import { freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { published } from '../../publishing'
import { anApproved, aWorld, displaced } from './dossier-world'

await freshDatabase()

const stands = { isRetracted: false }

/** A dossier that readers have, with two figures that cannot both hold. */
async function aPublishedDossier() {
  const world = await aWorld()
  const { editor, dossierId, add } = world
  const one = await add(aClaim({ kind: 'number', figure: displaced(500) }))
  const other = await add(aClaim({ kind: 'number', figure: displaced(2000) }))
  await publishDossier({ member: editor, dossierId })
  return { ...world, one, other }
}

test('what was approved since the newest version is what readers lack, until the next one', async () => {
  const { author, editor, dossierId } = await aPublishedDossier()
  expect(await readAhead(dossierId, editor)).toEqual({ ...stands, version: 1, parts: [], told: [], next: [] })
  const id = await anApproved({ member: author, editor, dossierId })
  const since = { ...stands, version: 1, parts: ['explanations'], told: [], next: [id] }
  expect(await readAhead(dossierId, editor)).toEqual(since)
  expect(await readAhead(dossierId, author)).toEqual({ ...since, parts: [] })
  await publishDossier({ member: editor, dossierId })
  expect(await readAhead(dossierId, editor)).toEqual({
    ...stands,
    version: 2,
    parts: [],
    told: [id],
    next: [id],
  })
})

test('another name and another article are what readers lack, a corrected figure is not', async () => {
  const { author, editor, dossierId, one, other } = await aPublishedDossier()
  const corrected = { ...one.claim, figure: displaced(517) }
  await published(one.world, corrected, { kind: 'factual', publicNote: 'A slip.' })
  expect((await readAhead(dossierId, editor)).parts).toEqual([])
  await renameDossier({ member: author, dossierId, name: 'Karsell' })
  await takeArticleOut({ member: author, dossierId, articleId: other.articleId })
  expect((await readAhead(dossierId, editor)).parts).toEqual(['name', 'articles'])
})

test('an approved explanation of what is not published is neither what readers have nor what they get next', async () => {
  const { author, editor, dossierId, other } = await aPublishedDossier()
  await other.edit(author, (doc) => setFigure(doc, other.claim.id, displaced(2100)))
  await anApproved({ member: author, editor, dossierId })
  expect(await readAhead(dossierId, editor)).toEqual({ ...stands, version: 1, parts: [], told: [], next: [] })
})
