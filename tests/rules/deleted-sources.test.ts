import { expect, test } from 'vitest'
import { readClaim } from '../../server/room/doc/room-claims'
import { openDoc } from '../../server/room/doc/room-doc'
import { addSource, readDeletedSources, setSourceDeleted } from '../../server/room/doc/source-values'
import { aSource } from '../newsroom'
import { mark } from '../rooms/marking'

const at = '2026-03-06T09:00:00.000Z'

function aClaimWithSources() {
  const doc = openDoc()
  const claimId = mark(doc)
  const [register, unnamed, kept] = [
    { ...aSource({ title: 'Register of relief payments' }), claimId },
    { ...aSource({ title: '', address: 'https://treasury.example/b' }), claimId },
    { ...aSource(), claimId },
  ]
  for (const source of [register, unnamed, kept]) addSource(doc, source)
  for (const { id } of [unnamed, register]) setSourceDeleted(doc, id, at)
  return { doc, claimId, register, unnamed, kept }
}

test('the deleted sources of a claim are known by name, in order of adding', () => {
  const { doc, claimId, register, unnamed } = aClaimWithSources()
  expect(readDeletedSources(doc, claimId)).toEqual([
    { id: register.id, name: 'Register of relief payments' },
    { id: unnamed.id, name: 'https://treasury.example/b' },
  ])
})

test('the deleted sources of another claim are not among them', () => {
  const { doc } = aClaimWithSources()
  expect(readDeletedSources(doc, mark(doc))).toEqual([])
})

test('a source comes back with all its parts, at its old place', () => {
  const { doc, claimId, register, kept } = aClaimWithSources()
  setSourceDeleted(doc, register.id, null)
  expect(readClaim(doc, claimId)?.sources).toEqual([register, kept])
  expect(readDeletedSources(doc, claimId).map(({ id }) => id)).not.toContain(register.id)
})
