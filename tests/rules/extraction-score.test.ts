import { expect, test } from 'vitest'
import { macro, passageCount, shingleMatch } from '../bench/extraction/score'

// What `string_shingle_matching` and `metrics_from_tp_fp_fns` of article-extraction-benchmark give for the same texts.
test.each([
  ['one two three four five', 'one two three four', { precision: 1, recall: 0.5 }],
  ['one two three four', 'zero one two three four five', { precision: 1 / 3, recall: 1 }],
  ['Ärger am Fluss, heute!', 'Ärger am Fluss heute', { precision: 1, recall: 1 }],
  ['one two', 'one two', { precision: 1, recall: 1 }],
  ['one two', '', { precision: null, recall: 0 }],
  ['', '', { precision: null, recall: null }],
])('“%s” found as “%s” is scored as the benchmark does', (truth, found, match) => {
  expect(shingleMatch(truth, found)).toEqual(match)
})

test('F1 is made of the averages, and a page without a text takes part in recall alone', () => {
  const { precision, recall, f1 } = macro([
    { precision: 1, recall: 0.5 },
    { precision: null, recall: 0 },
  ])
  expect({ precision, recall, f1 }).toEqual({ precision: 1, recall: 0.25, f1: 0.4 })
})

test('passages count whatever space stands between their words', () => {
  expect(
    passageCount({ with: ['the  mill', 'weir'], without: ['cookies'] }, 'The gate, the\nmill, cookies.'),
  ).toEqual({
    both: 1,
    wanted: 2,
    given: 2,
  })
})
