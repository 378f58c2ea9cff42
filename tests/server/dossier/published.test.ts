import { eq, isNull, type SQL, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { dossierPublications, outbox } from '../../../db/schema'
import {
  addArticle,
  addDossier,
  addNote,
  removeDossier,
  renameDossier,
} from '../../../server/dossier/change-dossier'
import { addExplanation } from '../../../server/dossier/explanation/add-explanation'
import { decideExplanation } from '../../../server/dossier/explanation/decide-explanation'
import { readFigures } from '../../../server/dossier/ledger/read-figures'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { limitArticle } from '../../../server/limit/change-limit'
import { renderOutbox } from '../../../server/publication/made/render'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../../database'
import { aClaim, anArticle, onDesk, refusalOf } from '../../newsroom'
import { published } from '../../publishing'

import { aWorld, displaced, pageAt } from './dossier-world'

const db = await freshDatabase()

test('a published dossier shows the figures of published claims and why they differ, without a script', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  const one = await add(aClaim({ figure: displaced(500), speaker: 'Centre for Human Rights' }))
  await add(aClaim({ figure: displaced(2000), speaker: 'The rapporteur' }))
  const [group] = await readFigures(dossierId, author)
  const explanationId = uuid()
  const said = { reason: 'other-date', text: 'The rapporteur counts from February.' } as const
  await addExplanation({
    member: author,
    dossierId,
    id: explanationId,
    pairs: group?.cards[0]?.pairs ?? [],
    ...said,
  })
  await addNote({ member: author, dossierId, id: uuid(), text: 'Between us.' })
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const before = await pageAt(`/d/${number}`)
  expect(before).toContain('500 people')
  expect(before).toContain('2000 people')
  expect(before).toContain('Not explained yet.')
  expect(before).not.toContain('<script')
  expect(before).not.toContain('Between us.')
  await decideExplanation({ member: editor, dossierId, explanationId, outcome: 'approved', note: '' })
  await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const after = await pageAt(`/d/${number}`)
  expect(after).toContain('The rapporteur counts from February.')
  expect(after).toContain('Version 2')
  expect(await pageAt(`/d/${number}/figures.csv`)).toContain('Centre for Human Rights')
  expect(await pageAt(`/d/${number}/ledger.svg`)).toContain('<svg')
  expect(await pageAt(`/feeds/d/${number}.atom`)).toContain('Karsell dam breach')
  expect(await pageAt('/sitemaps/dossiers.xml')).toContain(`/d/${number}-karsell-dam-breach`)
  const api = JSON.parse(await pageAt(`/api/v1/dossiers/${number}`))
  expect(api).toMatchObject({
    version: 2,
    figures: [{ low: 500 }, { low: 2000 }],
    disagreements: [{ explanations: [{}] }],
  })
  expect(await pageAt(`/c/${one.number}`)).toContain(`/d/${number}-karsell-dam-breach`)
})

test('programs are told which claims stand on each side of a disagreement, and what is not compared', async () => {
  const { editor, dossierId, add } = await aWorld()
  const { number: early } = await add(aClaim({ figure: displaced(500, { to: '2026-03-03' }) }))
  const { number: late } = await add(aClaim({ figure: displaced(2000, { to: '2026-03-09' }) }))
  const { number: bare } = await add(aClaim({ figure: displaced(800) }))
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const api = JSON.parse(await pageAt(`/api/v1/dossiers/${number}`))
  const numbersIn = (addresses: string[]) =>
    addresses.map((address) => Number(address.split('/').at(-1))).toSorted((one, other) => one - other)
  const [card] = api.disagreements
  expect(numbersIn([...card.claims, ...card.against])).toEqual([early, late, bare])
  const named = api.figures.map(({ disagreements }: { disagreements: string[] }) => disagreements)
  expect(named).toEqual([['1a'], ['1a'], ['1a']])
  const [apart] = api.notCompared
  expect(apart.reason).toBe('other-period')
  expect(numbersIn([...apart.claims, ...apart.against])).toEqual([early, late])
  expect(await pageAt(`/d/${number}`)).toContain('<dt>The two figures are of different periods.</dt>')
})

test('programs are told what pages say beside figures: the dotted line, and what is worth a second look', async () => {
  const { editor, dossierId, add } = await aWorld()
  const workedOut = { value: 517, how: '212 + 148 + 96 + 61' }
  const { number: printed } = await add(aClaim({ figure: displaced(571, { workedOut }), verdict: 'false' }))
  const { number: counted } = await add(aClaim({ figure: displaced(517), verdict: 'true' }))
  const rescued = displaced(517, { counted: 'people rescued' })
  const { number: other } = await add(aClaim({ figure: rescued, verdict: 'false' }))
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const api = JSON.parse(await pageAt(`/api/v1/dossiers/${number}`))
  const at = (...numbers: number[]) =>
    numbers.map((one) => expect.stringMatching(new RegExp(`/api/v1/claims/${one}$`)))
  expect(api.remarks).toMatchObject([
    { name: '1b', kind: 'worked-out', claims: at(printed), others: [] },
    { name: '1c', kind: 'same-number', claims: at(counted), others: at(other) },
    { name: '2a', kind: 'same-number', claims: at(other), others: at(counted) },
  ])
  const figures = new Map(api.figures.map((one: { claim: string }) => [Number(/\d+$/.exec(one.claim)), one]))
  expect(figures.get(printed)).toMatchObject({ isReference: false, remarks: ['1b'], workedOut })
  expect(figures.get(counted)).toMatchObject({ isReference: true, disagreements: ['1a'], remarks: ['1c'] })
  expect(figures.get(other)).toMatchObject({ isReference: false, disagreements: [], remarks: ['2a'] })
  const page = await pageAt(`/d/${number}`)
  for (const { name } of api.remarks) expect(page).toContain(`id="g${name[0]}-${name[1]}"`)
})

test('what differs though both may hold is explained by members and shown to readers', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  await add(aClaim({ figure: displaced(560) }))
  await add(aClaim({ figure: displaced(500, { high: null, exactness: 'more-than' }) }))
  const read = async () => (await readFigures(dossierId, author))[0]?.differences[0]
  const [explanationId, text] = [uuid(), 'The register came after the first count.']
  const pairs = (await read())?.pairs ?? []
  await addExplanation({ member: author, dossierId, id: explanationId, pairs, reason: 'other-method', text })
  await decideExplanation({ member: editor, dossierId, explanationId, outcome: 'approved', note: '' })
  expect(await read()).toMatchObject({ said: [{ text }], isOpen: false })
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const page = await pageAt(`/d/${number}`)
  expect(page).toContain('Differ, though both may hold')
  expect(page).toContain(text)
  const api = JSON.parse(await pageAt(`/api/v1/dossiers/${number}`))
  expect(api.differences).toMatchObject([{ explanations: [{ text }] }])
  expect(api.disagreements).toEqual([])
})

test('readers are told as of when and where a figure counts', async () => {
  const { editor, dossierId, add } = await aWorld()
  await add(aClaim({ figure: displaced(517, { to: '2026-03-05', place: 'Karsell' }) }))
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const page = await pageAt(`/d/${number}`)
  expect(page).toContain('<td data-label="As of, or until">5 March 2026</td>')
  expect(page).toContain('<td data-label="Place"><bdi>Karsell</bdi></td>')
  expect(await pageAt(`/d/${number}/figures.csv`)).toContain(',2026-03-05,Karsell,')
})

test('its page follows its claims: put under review, corrected, retracted', async () => {
  const { editor, dossierId, add } = await aWorld()
  const { world, claim, number: claimNumber } = await add(aClaim({ figure: displaced(517) }))
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const figures = async () => JSON.parse(await pageAt(`/api/v1/dossiers/${number}`)).figures
  expect(await figures()).toMatchObject([{ low: 517, state: 'published' }])
  await putUnderReview({ member: editor, claimId: claim.id, version: 1, line: 'We look again.' })
  await renderOutbox()
  expect(await figures()).toMatchObject([{ low: 517, state: 'under-review' }])
  await published(world, { ...claim, figure: displaced(571) }, { kind: 'factual', publicNote: 'A slip.' })
  await renderOutbox()
  expect(await figures()).toMatchObject([{ low: 571, state: 'published' }])
  await published(world, claim, { kind: 'retraction', publicNote: 'We were wrong.' })
  await renderOutbox()
  expect(await figures()).toMatchObject([{ state: 'retracted' }])
  expect(await pageAt(`/d/${number}`)).toContain('class="retracted"')
  expect(claimNumber).toBeGreaterThan(0)
})

test('only an editor publishes, something must be published of it, and the same version not twice', async () => {
  const { author, editor, dossierId, add } = await aWorld()
  expect(await refusalOf(publishDossier({ member: author, dossierId }))).toBe('role-too-low')
  expect(await refusalOf(publishDossier({ member: editor, dossierId }))).toBe('dossier-nothing-published')
  await add(aClaim({ figure: displaced(517) }))
  const first = await publishDossier({ member: editor, dossierId })
  expect(await refusalOf(publishDossier({ member: editor, dossierId }))).toBe('dossier-unchanged')
  await renameDossier({ member: author, dossierId, name: 'Karsell' })
  expect(await publishDossier({ member: editor, dossierId })).toEqual({ number: first.number, version: 2 })
  expect(await db.$count(dossierPublications, eq(dossierPublications.dossierId, dossierId))).toBe(2)
  expect(await refusalOf(removeDossier({ member: editor, dossierId }))).toBe('dossier-is-published')
})

test('an article that is limited and unknown to readers is not in what is published', async () => {
  const { desk, author, editor, dossierId, add } = await aWorld()
  await add(aClaim({ figure: displaced(517) }))
  const secret = await anArticle(author)
  await addArticle({ member: author, dossierId, articleId: secret.id })
  await limitArticle({
    member: editor,
    articleId: secret.id,
    was: null,
    members: [editor.id, (await onDesk('editor', desk)).id],
  })
  await publishDossier({ member: editor, dossierId })
  const [row] = await db
    .select()
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
  expect(row?.content.articles).toHaveLength(1)
  expect(JSON.stringify(row?.content)).not.toContain(secret.id)
})

test('a dossier that cannot be made keeps nothing else from readers, and is made when it can be', async () => {
  const { desk, author, editor, dossierId, add } = await aWorld()
  const { world, claim, articleId } = await add(aClaim({ figure: displaced(517) }))
  const broken = await publishDossier({ member: editor, dossierId })
  const otherId = uuid()
  await addDossier({ member: author, dossierId: otherId, name: 'Another look' })
  await addArticle({ member: author, dossierId: otherId, articleId })
  const sound = await publishDossier({ member: editor, dossierId: otherId })
  await renderOutbox()
  const isIt = eq(dossierPublications.dossierId, dossierId)
  const [kept] = await db.select().from(dossierPublications).where(isIt)
  if (!kept) throw new Error('it was published')
  const replaceContent = (content: typeof kept.content | SQL) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`set local proofroom.may_remove = 'on'`)
      await tx.update(dossierPublications).set({ content }).where(isIt)
    })
  await replaceContent(sql`jsonb_set(${dossierPublications.content}, '{articles,0,title}', 'null')`)
  await published(world, { ...claim, figure: displaced(571) }, { kind: 'factual', publicNote: 'A slip.' })
  await expect(renderOutbox()).rejects.toThrow('some pages could not be made')
  expect(await pageAt(`/d/${sound.number}`)).toContain('571 people')
  expect(await pageAt(`/feeds/desks/${desk.slug}.atom`)).toContain('A slip.')
  expect(await db.$count(outbox, isNull(outbox.doneAt))).toBe(0)
  expect(await pageAt(`/d/${broken.number}`)).toContain('517 people')
  await replaceContent(kept.content)
  await renderOutbox()
  expect(await pageAt(`/d/${broken.number}`)).toContain('571 people')
})
