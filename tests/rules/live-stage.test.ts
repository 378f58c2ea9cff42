import { expect, test } from 'vitest'
import type { Claim } from '../../server/claim/claim'
import { isReadyToGo, liveStage } from '../../server/review/live-stage'
import type { ClaimStage } from '../../server/review/read-stages'
import { claimHash } from '../../server/review/submission'
import { aClaim, damText } from '../newsroom'

const conditions = { sourcesNeeded: 2, text: damText }

test('a claim that nobody submitted is to check until nothing is missing, then ready', () => {
  expect(liveStage(aClaim({ statement: '' }), null, conditions).stage).toBe('to-check')
  expect(liveStage(aClaim(), null, conditions)).toMatchObject({ stage: 'ready', whyNot: null })
})

test('a claim whose quote does not stand in the text is not ready', () => {
  const { whyNot } = liveStage(aClaim(), null, { ...conditions, text: 'Another text.' })
  expect(whyNot).toEqual({ code: 'quote-gone' })
})

test('words that wait for a decision need not be submitted again', () => {
  const claim = aClaim()
  const live = liveStage(claim, submitted(claim), conditions)
  expect(live).toMatchObject({ stage: 'in-review', hasChangedSinceSubmitted: false })
  expect(live.whyNot).toEqual({ code: 'already-submitted' })
})

test('what is typed after submitting shows at once, and may be submitted', () => {
  const claim = aClaim()
  const live = liveStage({ ...claim, statement: 'Other words.' }, submitted(claim), conditions)
  expect(live).toMatchObject({ stage: 'in-review', hasChangedSinceSubmitted: true, whyNot: null })
})

test('a returned claim may be submitted again as it is', () => {
  const claim = aClaim()
  const live = liveStage(claim, submitted(claim, 'returned'), conditions)
  expect(live).toMatchObject({ stage: 'returned', whyNot: null })
})

test('a published claim has nothing to correct until its words change', () => {
  const claim = aClaim()
  const rows = published(claim)
  expect(liveStage(claim, rows, conditions)).toMatchObject({
    stage: 'published',
    whyNot: { code: 'nothing-changed' },
  })
  const changed = liveStage({ ...claim, verdict: 'false' }, rows, conditions)
  expect(changed).toMatchObject({ stage: 'changed-since', whyNot: null })
})

test('only ready claims without a published version go together; a correction goes alone', () => {
  const claim = aClaim()
  expect(isReadyToGo(liveStage(claim, null, conditions))).toBe(true)
  expect(isReadyToGo(liveStage({ ...claim, verdict: 'false' }, published(claim), conditions))).toBe(false)
  expect(isReadyToGo(liveStage(claim, submitted(claim), conditions))).toBe(false)
})

const at = new Date('2026-03-06T09:00:00Z')

function submitted(claim: Claim, decision: 'returned' | null = null): ClaimStage {
  return {
    ...noRows(claim),
    submission: {
      id: claim.id,
      hash: claimHash(claim),
      kind: 'first',
      submittedBy: { id: claim.id, name: 'Maren Holt' },
      submittedAt: at,
      isOpen: decision === null,
      decision,
      approvals: 0,
      approvalsNeeded: 1,
      ...{ returns: 0, returnsNeeded: 1, publishAt: null },
    },
    returned: decision && { note: 'Cite the register.', editor: 'Ruth Adeyemi', at },
  }
}

function published(claim: Claim): ClaimStage {
  const { verdict } = claim
  return {
    ...noRows(claim),
    published: {
      ...{ number: 1, version: 1, path: '/c/1-dam', hash: claimHash(claim), verdict, at },
      ...{ kind: 'first', doubt: null, underReview: null },
    },
  }
}

function noRows(claim: Claim): ClaimStage {
  return {
    claimId: claim.id,
    stage: 'to-check',
    hasChangedSinceSubmitted: false,
    submission: null,
    returned: null,
    published: null,
    passage: null,
  }
}
