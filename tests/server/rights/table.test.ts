import { expect, test } from 'vitest'
import { whoMay } from '../../../server/member/member'
import { memberWhoMay } from '../../../server/trpc'
import { actOf, procedures } from './ask'
import { questions } from './questions'

const paths = Object.keys(procedures)

test('every procedure stands in the matrix, and nothing else does', () => {
  const lacking = paths.filter((path) => !questions[path])
  expect(
    lacking.map(
      (path) => `Add “${path}” to tests/server/rights/questions.ts: what it is asked, and for what.`,
    ),
  ).toEqual([])
  expect(Object.keys(questions).filter((path) => !procedures[path])).toEqual([])
})

test('every procedure names its act, and no other act can be named', () => {
  expect(paths.filter((path) => !((actOf(path) ?? '') in whoMay))).toEqual([])
  // @ts-expect-error what stands in no table does not compile
  memberWhoMay('rule the world')
})
