import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { addNote, renameDossier } from '../../../server/dossier/change-dossier'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { readDossier } from '../../../server/dossier/read-dossiers'
import { limitArticle } from '../../../server/limit/change-limit'
import { setFigure } from '../../../server/room/doc/claim-values'
import { freshDatabase } from '../../database'
import { aClaim, onDesk } from '../../newsroom'
import { anExplanation, aWorld, displaced } from './dossier-world'

await freshDatabase()

test('a dossier changes by what is written in its rooms, noted, explained, decided and published, and by its name', async () => {
  const { author, editor, dossierId, add, addUnpublished } = await aWorld()
  await add(aClaim({ kind: 'number', figure: displaced(500) }))
  const { claim, edit } = await addUnpublished(aClaim({ kind: 'number', figure: displaced(1900) }))
  const changes: Record<string, () => Promise<unknown>> = {
    figure: () => edit(author, (doc) => setFigure(doc, claim.id, displaced(2000))),
    note: () => addNote({ member: author, dossierId, id: uuid(), text: 'Ask the district.' }),
    explanation: async () => {
      explanationId = await anExplanation({ member: author, dossierId })
    },
    decision: () =>
      decideExplanation({ member: editor, dossierId, explanationId, outcome: 'approved', note: '' }),
    name: () => renameDossier({ member: author, dossierId, name: 'Karsell' }),
    publication: () => publishDossier({ member: editor, dossierId }),
  }
  let explanationId = ''
  let before = (await readDossier(dossierId, author)).changedAt
  for (const [what, change] of Object.entries(changes)) {
    await change()
    const { changedAt } = await readDossier(dossierId, author)
    expect(changedAt.getTime(), what).toBeGreaterThan(before.getTime())
    before = changedAt
  }
})

test('what is written in a room that one may not enter does not change the dossier for them', async () => {
  const { desk, author, editor, dossierId, addUnpublished } = await aWorld()
  const { articleId, claim, edit } = await addUnpublished(aClaim({ kind: 'number', figure: displaced(500) }))
  const stranger = await onDesk('reviewer', desk)
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id, author.id] })
  const before = await readDossier(dossierId, stranger)
  await edit(author, (doc) => setFigure(doc, claim.id, displaced(600)))
  expect((await readDossier(dossierId, stranger)).changedAt).toEqual(before.changedAt)
})
