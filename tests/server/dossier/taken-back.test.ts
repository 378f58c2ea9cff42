import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { addExplanation, takeBack } from '../../../server/dossier/explanation/add-explanation'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { readFigures } from '../../../server/dossier/ledger/read-figures'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { readAhead } from '../../../server/dossier/published/read-ahead'
import type { Member } from '../../../server/member/member'
import { renderOutbox } from '../../../server/publication/made/render'
import { freshDatabase } from '../../database'
import { aClaim, onDesk, refusalOf } from '../../newsroom'
import { anApproved, aWorld, displaced, pageAt } from './dossier-world'

await freshDatabase()

const [wrong, right] = ['They count from other days.', 'They count other people.']

/** A dossier whose one disagreement was explained wrongly, and that was approved. */
async function aWrongExplanation() {
  const world = await aWorld()
  const { author, editor, dossierId, add } = world
  for (const value of [500, 2000]) await add(aClaim({ kind: 'number', figure: displaced(value) }))
  const wrongId = await anApproved({ member: author, editor, dossierId, text: wrong })
  const other = await onDesk('editor', world.desk)
  const card = async () => (await readFigures(dossierId, editor))[0]?.cards[0]
  const anew = async (member: Member, replaces: string | null = wrongId) => {
    const [id, pairs] = [uuid(), (await card())?.pairs ?? []]
    const said = { pairs, reason: 'other-scope', text: right } as const
    await addExplanation({ member, dossierId, id, ...said, replaces })
    return id
  }
  const back = async (member: Member, replaces = wrongId) => {
    const id = uuid()
    await takeBack({ member, dossierId, id, replaces, text: 'The days are the same.' })
    return id
  }
  const approve = (member: Member, explanationId: string) =>
    decideExplanation({ member, dossierId, explanationId, outcome: 'approved', note: '' })
  return { ...world, other, wrongId, card, anew, back, approve }
}

test('a newer explanation takes the place of an approved one once an editor who did not write it approves it', async () => {
  const { editor, other, wrongId, card, anew, approve } = await aWrongExplanation()
  const id = await anew(editor)
  expect(await card()).toMatchObject({ isOpen: false, past: [], said: [{ id }, { id: wrongId }] })
  expect(await refusalOf(approve(editor, id))).toBe('own-explanation')
  await approve(other, id)
  expect(await card()).toMatchObject({ isOpen: false, said: [{ id, text: right }], past: [{ id: wrongId }] })
})

test('an approved explanation is taken back by two, and the disagreement is open again', async () => {
  const { author, editor, wrongId, card, anew, back, approve } = await aWrongExplanation()
  const id = await back(author)
  expect(await card()).toMatchObject({ isOpen: false })
  expect(await refusalOf(approve(author, id))).toBe('role-too-low')
  await approve(editor, id)
  expect(await card()).toMatchObject({
    ...{ isOpen: true, said: [{ id, takesBack: true }] },
    past: [{ id: wrongId }],
  })
  expect(await refusalOf(anew(author))).toBe('explanation-replaced')
  expect(await refusalOf(back(author, id))).toBe('explanation-replaced')
})

test('of an approved explanation one change is asked at a time, and what was replaced is not replaced again', async () => {
  const { author, editor, dossierId, anew, back, approve } = await aWrongExplanation()
  const id = await anew(author)
  expect(await refusalOf(back(editor))).toBe('explanation-replaced')
  const again = { member: author, dossierId, id, pairs: ['a-b'], reason: 'typo' as const, text: right }
  expect(await refusalOf(addExplanation(again))).toBe('figures-changed')
  await approve(editor, id)
  expect(await refusalOf(back(author))).toBe('explanation-replaced')
  expect(await refusalOf(back(author, uuid()))).toBe('explanation-unknown')
})

test('what is returned leaves the approved one as it was, to be asked about again', async () => {
  const { author, editor, dossierId, wrongId, card, back } = await aWrongExplanation()
  const explanationId = await back(author)
  const returned = { outcome: 'returned', note: 'It holds.' } as const
  await decideExplanation({ member: editor, dossierId, explanationId, ...returned })
  expect(await card()).toMatchObject({ isOpen: false, said: [{ id: explanationId }, { id: wrongId }] })
  await back(author)
})

test('readers are told with the next version that an explanation was taken back, until there is a new one', async () => {
  const { author, editor, dossierId, back, anew, approve } = await aWrongExplanation()
  const { number } = await publishDossier({ member: editor, dossierId })
  await approve(editor, await back(author))
  expect((await readAhead(dossierId, editor)).parts).toEqual(['explanations'])
  await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const page = await pageAt(`/d/${number}`)
  expect(page).not.toContain(wrong)
  expect(page).toContain('An earlier explanation was taken back.')
  expect(page).toContain('The days are the same.')
  expect(page).toContain('Not explained yet.')
  expect(JSON.parse(await pageAt(`/api/v1/dossiers/${number}`)).disagreements).toMatchObject([
    { explanations: [], takenBack: [{ text: 'The days are the same.' }] },
  ])
  expect(await pageAt(`/d/${number}/v/1`)).toContain(wrong)
  await approve(editor, await anew(author, null))
  await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const after = await pageAt(`/d/${number}`)
  expect(after).toContain(right)
  expect(after).not.toContain('taken back')
})

test('with the next version readers have a newer explanation in place of the earlier one, which its version keeps', async () => {
  const { author, editor, other, dossierId, anew, approve } = await aWrongExplanation()
  const { number } = await publishDossier({ member: editor, dossierId })
  await approve(other, await anew(author))
  expect((await readAhead(dossierId, editor)).parts).toEqual(['explanations'])
  await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const page = await pageAt(`/d/${number}`)
  expect(page).toContain(right)
  expect(page).not.toContain(wrong)
  expect(page).not.toContain('taken back')
  const api = JSON.parse(await pageAt(`/api/v1/dossiers/${number}`))
  expect(api.disagreements).toMatchObject([
    { explanations: [{ text: right, reason: 'other-scope' }], takenBack: [] },
  ])
  expect(await pageAt(`/d/${number}/v/1`)).toContain(wrong)
})

test('readers hear nothing of an explanation that was taken back before they had it', async () => {
  const { author, editor, dossierId, back, approve } = await aWrongExplanation()
  await approve(editor, await back(author))
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  expect(await pageAt(`/d/${number}/v/1/record.json`)).not.toMatch(/The days are the same|other days/)
})
