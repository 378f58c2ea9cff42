import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '../../../db/client'
import { revisions } from '../../../db/schema'
import { addArticle, addDossier } from '../../../server/dossier/change-dossier'
import { readSuggested } from '../../../server/dossier/together/read-suggested'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { freshDatabase } from '../../database'
import { aDesk, anArticle, onDesk } from '../../newsroom'

await freshDatabase()

async function titled(by: Member, title: string, language: string): Promise<string> {
  const { id: articleId, text, hash } = await anArticle(by)
  await db()
    .insert(revisions)
    .values({
      ...{ id: uuid(), articleId, number: 2, title, language, text, hash, frozenBy: by.id, byline: [] },
      ...{ published: '2026-03-05', blocks: [{ kind: 'paragraph', text }], original: text, provenance: {} },
    })
  return articleId
}

async function aDossierOf(by: Member, articleId: string): Promise<string> {
  const dossierId = uuid()
  await addDossier({ member: by, dossierId, name: articleId })
  await addArticle({ member: by, dossierId, articleId })
  return dossierId
}

test('an article is suggested for words of its title as it writes them, not for those that tell nothing in its language', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  const english = await titled(lena, 'Dams that were about Karsell have a Breach', 'en')
  await titled(lena, 'These have been about their dogs', 'en')
  const breach = await titled(lena, 'KARSELL breach: what we know', 'en-GB')
  const { suggested } = await readSuggested(await aDossierOf(lena, english), lena)
  expect(suggested).toMatchObject([{ id: breach, bonds: [{ shared: ['KARSELL', 'breach'] }, { days: 0 }] }])

  const german = await titled(lena, 'Nach dieser Flut werden einige Dämme geprüft', 'de')
  await titled(lena, 'Einige werden nach dieser Wahl müde', 'de')
  expect((await readSuggested(await aDossierOf(lena, german), lena)).suggested).toEqual([])
})

test('an article that is not there for a member is suggested to nobody but those who know of it', async () => {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const dossierId = await aDossierOf(lena, await titled(lena, 'Karsell breach', 'en'))
  const articleId = await titled(lena, 'After the Karsell breach', 'en')
  await limitArticle({ member: ruth, articleId, was: null, members: [ruth.id] })
  expect((await readSuggested(dossierId, lena)).suggested).toEqual([])
  expect((await readSuggested(dossierId, ruth)).suggested).toMatchObject([{ id: articleId }])
})
