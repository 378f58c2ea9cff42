import { expect, test } from 'vitest'
import { readSubmission } from '../../server/review/approval/read-submission'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { setConfidence } from '../../server/room/doc/claim-values'
import { claimMap } from '../../server/room/doc/room-doc'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

await freshDatabase()

async function aSubmitted() {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim({ confidence: { level: 'medium', why: 'The register is old.' } })
  const room = await aRoomWith([claim], lena)
  const ask = async () => {
    const hash = await room.hashOf(claim.id)
    return submit({ member: lena, claimId: claim.id, hash, kind: 'first', publicNote: '' })
  }
  return { lena, ruth, claim, room, ask }
}

test('an editor who decides sees how sure the room is by then, and it asks for no new submission', async () => {
  const { lena, ruth, claim, room, ask } = await aSubmitted()
  const { submissionId } = await ask()
  expect(await readSubmission(submissionId, ruth)).toMatchObject({
    confidence: { level: 'medium', why: 'The register is old.' },
  })
  await room.edit(lena, (doc) => setConfidence(doc, claim.id, { level: 'low', why: 'It was replaced.' }))
  const page = await readSubmission(submissionId, ruth)
  expect(page).toMatchObject({ confidence: { level: 'low' }, hasChangedSince: false })
  expect(JSON.stringify(page.claim)).not.toContain('register is old')
  await decide({ member: ruth, submissionId, decision: 'approved', note: '' })
})

test('a confidence that cannot be read is named as damaged and keeps the claim from being submitted', async () => {
  const { lena, claim, room, ask } = await aSubmitted()
  await room.edit(lena, (doc) => claimMap(doc, claim.id).set('confidence', 'very'))
  expect(await refusalOf(ask())).toBe('claim-damaged')
  await room.edit(lena, (doc) => setConfidence(doc, claim.id, null))
  expect(await ask()).toHaveProperty('submissionId')
})
