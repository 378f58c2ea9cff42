import { expect, test } from 'vitest'
import { dossierPublications } from '../../../db/schema'
import { takeArticleOut } from '../../../server/dossier/change-dossier'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { renderOutbox } from '../../../server/publication/made/render'
import { setFigure } from '../../../server/room/doc/claim-values'
import { freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { published } from '../../publishing'
import { servedPages } from '../../served-pages'
import { anApproved, aWorld, displaced } from './dossier-world'

const db = await freshDatabase()
const { pages, address } = await servedPages()

const text = 'The ministry’s secret paper counts 2,000 from February.'

/** Publishes a dossier and hands back all that readers and programs get of that version, and what is sealed. */
async function recordOf(member: Member, dossierId: string): Promise<string> {
  const { number, version } = await publishDossier({ member, dossierId })
  await renderOutbox()
  await pages.settled()
  const response = await fetch(`${address}/d/${number}/v/${version}/record.json`)
  expect(response.status).toBe(200)
  return response.text()
}

const aNumber = (value: number) => aClaim({ kind: 'number', figure: displaced(value) })

test('an explanation of published figures is in the record that readers check', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  for (const value of [500, 2000]) await add(aNumber(value))
  await anApproved({ member: author, editor, dossierId, text })
  expect(await recordOf(editor, dossierId)).toContain(text)
})

test('an explanation about a limited article that readers do not know is not published', async () => {
  const { author, editor, dossierId, add, addUnpublished } = await aWorld()
  await add(aNumber(500))
  const secret = await addUnpublished(aNumber(2000))
  const members = [editor.id, author.id]
  await limitArticle({ member: editor, articleId: secret.articleId, was: null, members })
  await anApproved({ member: author, editor, dossierId, text })
  expect(await recordOf(editor, dossierId)).not.toContain('secret paper')
})

test('an explanation about an article that was taken out of the dossier is not published', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  await add(aNumber(500))
  const { articleId } = await add(aNumber(2000))
  await anApproved({ member: author, editor, dossierId, text })
  await takeArticleOut({ member: author, dossierId, articleId })
  expect(await recordOf(editor, dossierId)).not.toContain('secret paper')
})

test('an explanation waits for the claims that it is about, and comes with the version after they are published', async () => {
  const { author, editor, dossierId, add, addUnpublished } = await aWorld()
  await add(aNumber(500))
  const { world, claim } = await addUnpublished(aNumber(2000))
  await anApproved({ member: author, editor, dossierId, text })
  expect(await recordOf(editor, dossierId)).not.toContain('secret paper')
  await published(world, claim)
  expect(await recordOf(editor, dossierId)).toContain(text)
  expect(await db.$count(dossierPublications)).toBeGreaterThan(1)
})

test('an explanation of a figure that readers have otherwise waits for its correction', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  await add(aNumber(500))
  const { world, claim, edit } = await add(aNumber(1900))
  const figure = displaced(2000)
  await edit(author, (doc) => setFigure(doc, claim.id, figure))
  await anApproved({ member: author, editor, dossierId, text })
  expect(await recordOf(editor, dossierId)).not.toContain('secret paper')
  await published(world, { ...claim, figure }, { kind: 'factual', publicNote: 'A slip.' })
  expect(await recordOf(editor, dossierId)).toContain(text)
})
