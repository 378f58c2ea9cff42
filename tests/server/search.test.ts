import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { revisions } from '../../db/schema'
import { removeArticle } from '../../server/deleted/remove-article'
import type { Member } from '../../server/member/member'
import { deleteClaim } from '../../server/room/doc/marks'
import { readHits } from '../../server/search/read-hits'
import { fold, type HitKind, type Piece } from '../../server/search/search'
import { freshDatabase } from '../database'
import { aClaim, aDesk, anArticle, aRationale, aRoomWith, aSource, onDesk } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()

const said = (pieces: Piece[] | null) =>
  pieces?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('') ?? null

async function claimsFor(member: Member, typed: string) {
  return (await readHits(member, typed, null)).claims.hits.map(({ claimId }) => claimId)
}

/** A desk with one claim of these words. */
async function aDeskSaying(parts: Parameters<typeof aClaim>[0]) {
  const lena = await onDesk('reviewer', await aDesk())
  const claim = aClaim(parts)
  const room = await aRoomWith([claim], lena)
  return { lena, claim, room }
}

test('a claim is found by all that it says, and what was found is marked', async () => {
  const source = aSource({
    title: 'Payments of the Treasury',
    publisher: 'Ministerium',
    quote: 'vierzehn Millionen',
  })
  const { lena, claim } = await aDeskSaying({
    ...{
      statement: 'The package is the biggest.',
      shortAnswer: 'Only nominally so.',
      notKnown: 'Its duration.',
    },
    ...{
      sources: [source, aSource()],
      rationale: aRationale('Adjusted for inflation it is smaller', [source]),
    },
  })
  for (const typed of [
    'biggest',
    'independence',
    'nominally',
    'duration',
    'inflation',
    '"relief package"',
    'BIGG',
  ])
    expect(await claimsFor(lena, typed), typed).toEqual([claim.id])
  const { claims } = await readHits(lena, 'inflation', null)
  expect(said(claims.hits[0]?.statement ?? null)).toBe('The package is the biggest.')
  expect(said(claims.hits[0]?.excerpt ?? null)).toBe('Adjusted for [inflation] it is smaller')
  for (const typed of ['treasury', 'ministerium', 'vierzehn mill'])
    expect((await readHits(lena, typed, null)).sources.hits[0]).toMatchObject({
      sourceId: source.id,
      claimId: claim.id,
    })
})

test('all words have to be there, words in quotes as they stand, the last one may be begun', async () => {
  const { lena, claim } = await aDeskSaying({ statement: 'Grain exports halved in the last quarter' })
  expect(await claimsFor(lena, 'quarter grain')).toEqual([claim.id])
  expect(await claimsFor(lena, 'grain exp')).toEqual([claim.id])
  expect(await claimsFor(lena, 'exp grain')).toEqual([])
  expect(await claimsFor(lena, '"exports halved" quarter')).toEqual([claim.id])
  expect(await claimsFor(lena, '"halved exports"')).toEqual([])
  expect(await claimsFor(lena, 'grain wheat')).toEqual([])
})

test('several languages are found without their accents, and numbers however they are written', async () => {
  const { lena, claim } = await aDeskSaying({
    statement: 'Łódź, Göteborg, Straße, Œuvre, Ærø, Москва, Αθήνα, 水 – 14,000,000 d’État',
  })
  for (const typed of [
    'lodz',
    'goteborg',
    'strasse',
    'OEUVRE',
    'aero',
    'москва',
    'ΑΘΗΝΑ',
    '水',
    '14,000,000',
    '"d’etat"',
  ])
    expect(await claimsFor(lena, typed), typed).toEqual([claim.id])
})

test('what the database folds is what is marked', async () => {
  const words = [
    'Éclair',
    'ÅNGSTRÖM',
    'Straße',
    'Łódź',
    'ﬁnal',
    'Æsop',
    'đà',
    'İzmir',
    'Ω',
    'Ё',
    '１２',
    'ñandú',
  ]
  const { rows } = await db.execute<{ folded: string }>(
    sql`select search_fold(w) as folded from unnest(${sql`array[${sql.join(
      words.map((word) => sql`${word}`),
      sql`, `,
    )}]`}) w`,
  )
  expect(rows.map(({ folded }) => folded)).toEqual(words.map(fold))
})

test.each([
  "' or 1=1 --",
  'a & b | !c:* <-> (d)',
  '\\',
  "it's",
  '%_',
  '":*',
  '🌊',
  'x'.repeat(200),
  '"'.repeat(99),
])('whatever is typed is only sought: %s', async (typed) => {
  const { lena } = await aDeskSaying({})
  const { claims } = await readHits(lena, typed, null)
  expect(claims.hits).toEqual([])
})

test('a text too long for an index is kept all the same, and found by its beginning', async () => {
  const many = Array.from({ length: 40_000 }, (_, n) => `word${n}`).join(' ')
  const { lena, claim } = await aDeskSaying({ statement: `Begins ${many}` })
  expect(await claimsFor(lena, 'begins word7')).toEqual([claim.id])
})

test('articles are found by title and publisher of their newest revision alone', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  const article = await anArticle(lena)
  const find = async (typed: string) =>
    (await readHits(lena, typed, null)).articles.hits.map(({ articleId }) => articleId)
  expect(await find('karsell ledger')).toEqual([article.id])
  await db.insert(revisions).values({
    ...{
      id: uuid(),
      articleId: article.id,
      number: 2,
      title: 'A dam breach',
      byline: [],
      publisher: 'Radio Ondre',
    },
    ...{ blocks: [], text: '', hash: uuid(), provenance: {}, original: '', frozenBy: lena.id },
  })
  expect(await find('karsell ledger')).toEqual([])
  expect(await find('ondre breach')).toEqual([article.id])
})

test('another desk’s work in progress is never found, what it published always, in its newest version', async () => {
  const stranger = await onDesk('admin', await aDesk())
  const room = await aNewsroom()
  const claim = aClaim({ statement: 'The zeppelin was first' })
  await published(room, claim)
  await published(
    room,
    { ...claim, statement: 'The aerostat was first' },
    { kind: 'factual', publicNote: 'It was.' },
  )
  await aRoomWith(
    [aClaim({ statement: 'A zeppelin in progress', sources: [aSource({ title: 'zeppelin' })] })],
    room.author,
  )
  const hits = await readHits(stranger, 'zeppelin', null)
  const none = { hits: [], count: 0, isMore: false }
  expect(hits).toEqual({ articles: none, claims: none, sources: none, published: none })
  const { published: found } = await readHits(stranger, 'aerostat', null)
  expect(found.hits).toMatchObject([
    { version: 2, desk: room.desk.name, path: expect.stringContaining('aerostat') },
  ])
  expect((await readHits(stranger, 'karsell', null)).articles.hits).toEqual([])
})

test('nothing deleted is found: no claim, no source, no article, and nothing of them', async () => {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const [gone, kept] = [
    aClaim({ statement: 'A gone hovercraft' }),
    aClaim({ statement: 'A kept hovercraft' }),
  ]
  const room = await aRoomWith([gone, kept], lena)
  expect((await claimsFor(lena, 'hovercraft')).sort()).toEqual([gone.id, kept.id].sort())
  await room.edit(lena, (doc) => deleteClaim(doc, gone.id, '2026-03-07T08:00:00.000Z'))
  expect(await claimsFor(lena, 'hovercraft')).toEqual([kept.id])
  await removeArticle({ member: ruth, articleId: room.articleId })
  for (const typed of ['hovercraft', 'treasury', 'karsell']) {
    const { articles, claims, sources } = await readHits(lena, typed, null)
    expect([articles.count, claims.count, sources.count], typed).toEqual([0, 0, 0])
  }
})

test('the best comes first: what a claim states before what it quotes', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  const [quotes, states] = [
    aClaim({ statement: 'It was paid', rationale: aRationale('About a submarine') }),
    aClaim({ statement: 'The submarine was paid' }),
  ]
  await aRoomWith([states, quotes], lena)
  expect(await claimsFor(lena, 'submarine')).toEqual([states.id, quotes.id])
})

test('few of each kind are shown, more of one when all of it are asked for, and how many there are', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  await aRoomWith(
    Array.from({ length: 8 }, () => aClaim({ statement: 'Tramway', sources: [] })),
    lena,
  )
  const few = await readHits(lena, 'tramway', null)
  expect([few.claims.hits.length, few.claims.count]).toEqual([5, 8])
  const all = await readHits(lena, 'tramway', 'claims' satisfies HitKind)
  expect(all.claims.hits).toHaveLength(8)
  expect((await readHits(lena, 'karsell', 'claims')).articles.hits).toEqual([])
})
