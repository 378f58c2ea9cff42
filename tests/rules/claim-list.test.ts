import { expect, test } from 'vitest'
import { meet } from '../../app/desk/[slug]/articles/[articleId]/_claims/detail/meet'
import {
  countByStage,
  matching,
  type Row,
  stageNamed,
} from '../../app/desk/[slug]/articles/[articleId]/_claims/list/filter'
import type { Stage } from '../../db/vocabulary'
import { aClaim, damHash, damText, selectorsOf } from '../newsroom'

test('the list shows the claims of one stage, or all', () => {
  const rows = [aRow('ready'), aRow('published'), aRow('ready')]
  expect(matching(rows, 'ready', '')).toEqual([rows[0], rows[2]])
  expect(matching(rows, null, '')).toEqual(rows)
  expect(countByStage(rows)).toMatchObject({ ready: 2, published: 1, returned: 0 })
})

test('what an editor returned is listed as returned until it is submitted again, whatever was mended', () => {
  const mended = aRow('ready', 'It is so.', true)
  expect(matching([mended], 'returned', '')).toEqual([mended])
  expect(matching([mended], 'ready', '')).toEqual([mended])
  expect(countByStage([mended])).toMatchObject({ ready: 1, returned: 1, published: 0 })
})

test('a search finds words of the statement and of the quote, in any order and case', () => {
  const rows = [aRow('ready', 'Sirens were silent.'), aRow('ready', 'The package is the largest.')]
  expect(matching(rows, null, 'silent sirens')).toEqual([rows[0]])
  expect(matching(rows, null, 'RELIEF')).toEqual(rows)
  expect(matching(rows, null, 'silent largest')).toEqual([rows[0]])
  expect(matching(rows, null, 'flood')).toEqual([])
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

function aRow(stage: Stage, statement = 'It is so.', cameBack = false): Row {
  const claim = aClaim({ statement })
  const returned = cameBack ? { note: 'One more source.', editor: 'Ada', at: new Date(0) } : null
  const facts = { hasChangedSinceSubmitted: false, submission: null, published: null }
  const live = {
    stage,
    hasChangedSinceSubmitted: false,
    whyNot: null,
    rows: returned && { claimId: claim.id, stage, ...facts, returned },
  }
  return { claim, number: 1, live }
}
