import { expect, test } from 'vitest'
import { meet } from '../../app/desk/[slug]/articles/[articleId]/_claims/detail/meet'
import {
  countByStage,
  countByWork,
  matching,
  type Row,
  type RowWork,
  rowWork,
  stageNamed,
  type Wanted,
  workFilterNamed,
} from '../../app/desk/[slug]/articles/[articleId]/_claims/list/filter'
import type { Stage } from '../../db/vocabulary'
import type { Assignment } from '../../server/assignment/assignment'
import { aClaim, damHash, damText, selectorsOf } from '../newsroom'

const looking = (wanted: Partial<Wanted> = {}): Wanted => ({ stage: null, work: null, words: '', ...wanted })

test('the list shows the claims of one stage, or all', () => {
  const rows = [aRow('ready'), aRow('published'), aRow('ready')]
  expect(matching(rows, looking({ stage: 'ready' }))).toEqual([rows[0], rows[2]])
  expect(matching(rows, looking())).toEqual(rows)
  expect(countByStage(rows)).toMatchObject({ ready: 2, published: 1, returned: 0 })
})

test('what an editor returned is listed as returned until it is submitted again, whatever was mended', () => {
  const mended = aRow('ready', { cameBack: true })
  expect(matching([mended], looking({ stage: 'returned' }))).toEqual([mended])
  expect(matching([mended], looking({ stage: 'ready' }))).toEqual([mended])
  expect(countByStage([mended])).toMatchObject({ ready: 1, returned: 1, published: 0 })
})

test('a search finds words of the statement and of the quote, in any order and case', () => {
  const rows = [
    aRow('ready', { statement: 'Sirens were silent.' }),
    aRow('ready', { statement: 'The package is the largest.' }),
  ]
  expect(matching(rows, looking({ words: 'silent sirens' }))).toEqual([rows[0]])
  expect(matching(rows, looking({ words: 'RELIEF' }))).toEqual(rows)
  expect(matching(rows, looking({ words: 'silent largest' }))).toEqual([rows[0]])
  expect(matching(rows, looking({ words: 'flood' }))).toEqual([])
})

test('the list shows one’s own, what nobody has, what is overdue and what is due today', () => {
  const rows = [
    aRow('ready', { work: { isMine: true, due: 'today' } }),
    aRow('to-check', { work: { on: null } }),
    aRow('published', { work: { on: null } }),
    aRow('returned', { work: { due: 'overdue' } }),
  ]
  const shown = (work: Wanted['work']) => matching(rows, looking({ work })).map((row) => rows.indexOf(row))
  expect([shown('mine'), shown('unassigned'), shown('today'), shown('overdue')]).toEqual([[0], [1], [0], [3]])
  expect(countByWork(rows)).toEqual({ 'in-doubt': 0, mine: 1, unassigned: 1, today: 1, overdue: 1 })
  expect(matching(rows, looking({ work: 'mine', stage: 'returned' }))).toEqual([])
  expect(workFilterNamed('mine')).toBe('mine')
  expect(workFilterNamed('theirs')).toBeNull()
})

test('a claim’s work is its own, else the article’s; what waits for an editor is due no more', () => {
  const now = new Date('2026-03-06T12:00:00Z')
  const given = (to: string, day: string) => anAssignment(to, new Date(`2026-03-${day}T13:00:00Z`))
  const work = (own: Assignment | undefined, whole: Assignment | null, stage: Stage = 'ready') =>
    rowWork({ stage }, { own, whole }, { memberId: 'lena', now, timeZone: 'UTC' })
  const [lenas, idris] = [given('lena', '06'), given('idris', '05')]
  expect(work(lenas, idris)).toEqual({ on: lenas, isMine: true, due: 'today' })
  expect(work(undefined, idris)).toEqual({ on: idris, isMine: false, due: 'overdue' })
  expect(work(undefined, idris, 'in-review').due).toBeNull()
  const pooled = { ...idris, to: null }
  expect(work(pooled, null)).toEqual({ on: null, isMine: false, due: 'overdue' })
  expect(work(pooled, lenas)).toEqual({ on: lenas, isMine: true, due: 'today' })
  expect(work(undefined, null)).toEqual({ on: null, isMine: false, due: null })
})

test('an address that names no stage shows them all', () => {
  expect(stageNamed('returned')).toBe('returned')
  expect(stageNamed('gone')).toBeNull()
  expect(stageNamed(null)).toBeNull()
})

test('quotes that overlap or have only space between them can be merged, others cannot', () => {
  const at = (words: string) => ({ revision: damHash, selectors: selectorsOf(words) })
  expect(meet(at('Two thousand people'), at('people were driven'), damText)).toBe(true)
  expect(meet(at('were driven'), at('Two thousand people'), damText)).toBe(true)
  expect(meet(at('Two thousand'), at('were driven'), damText)).toBe(false)
  const ofOtherRevision = { ...at('people were driven'), revision: 'another' }
  expect(meet(at('Two thousand people'), ofOtherRevision, damText)).toBe(false)
})

type RowParts = { statement?: string; cameBack?: boolean; work?: Partial<RowWork> }

const unmarked = { isInDoubt: false, isOverturned: false }

function aRow(stage: Stage, { statement = 'It is so.', cameBack = false, work }: RowParts = {}): Row {
  const claim = aClaim({ statement })
  const returned = cameBack ? { note: 'One more source.', editor: 'Ada', at: new Date(0) } : null
  const facts = { hasChangedSinceSubmitted: false, submission: null, published: null, passage: null }
  const live = {
    stage,
    hasChangedSinceSubmitted: false,
    whyNot: null,
    rows: returned && { claimId: claim.id, stage, ...facts, returned },
  }
  const on = anAssignment('idris', null)
  return { claim, number: 1, live, work: { on, isMine: false, due: null, ...work }, ...unmarked }
}

function anAssignment(to: string, dueAt: Date | null): Assignment {
  const at = new Date('2026-03-06T08:00:00Z')
  const someone = { id: to, name: to }
  return {
    ...{
      id: to,
      articleId: '',
      claimId: null,
      to: someone,
      before: null,
      poolReason: null,
      by: someone,
      at,
      dueAt,
      isDueNamed: true,
    },
    ...{ priority: 'normal', note: '', noteBy: null, noteAt: null, lastActAt: at },
  }
}

test('claims in doubt can be asked for alone', () => {
  const doubted = { ...aRow('published'), isInDoubt: true }
  const rows = [doubted, aRow('published')]
  expect(countByWork(rows)['in-doubt']).toBe(1)
  expect(matching(rows, looking({ work: 'in-doubt' }))).toEqual([doubted])
})
