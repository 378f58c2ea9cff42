import { describe, expect, test } from 'vitest'
import {
  publicFaceShape,
  publicNames,
  whyNotChangeFace,
  whyNotPseudonym,
} from '../../server/member/face/public-name'
import { words } from '../../server/words'
import { aMember } from '../newsroom'

const ruth = { name: 'Ruth Adeyemi', role: 'editor', shownAs: 'name', pseudonym: '' } as const

test('readers see a name, a role or a pseudonym, and two without a name as two', () => {
  const say = words()
  const byRole = { ...ruth, shownAs: 'role' } as const
  expect(publicNames([ruth], say)).toEqual(['Ruth Adeyemi'])
  expect(publicNames([{ ...ruth, shownAs: 'pseudonym', pseudonym: 'R. A.' }], say)).toEqual(['R. A.'])
  expect(publicNames([byRole, { ...byRole, role: 'admin' }, ruth], say)).toEqual([
    'Ruth Adeyemi',
    '2 editors',
  ])
  expect(publicNames([{ ...byRole, role: 'reviewer' }, byRole], say)).toEqual(['a reviewer', 'an editor'])
})

test('one decides how readers see oneself, and admins how they see anybody', () => {
  const [member, admin] = [aMember({ role: 'editor' }), aMember({ role: 'admin' })]
  expect(whyNotChangeFace(member, member.id)).toBeNull()
  expect(whyNotChangeFace(admin, member.id)).toBeNull()
  expect(whyNotChangeFace(member, admin.id)).toEqual({ code: 'role-too-low' })
})

test('nobody goes by a colleague’s name or pseudonym, however it is written', () => {
  const others = [{ name: 'Maren Holt', pseudonym: 'The Fox' }]
  const wants = (pseudonym: string) => whyNotPseudonym({ shownAs: 'pseudonym', pseudonym }, others)?.code
  expect(['maren  holt', 'THE FOX', 'Ｔhe Fox', 'A Fox', ''].map(wants)).toEqual([
    ...['pseudonym-taken', 'pseudonym-taken', 'pseudonym-taken'],
    ...[undefined, undefined],
  ])
})

describe('no name for readers', () => {
  test.each(['', ' ', 'X', 'Ruth\u202Eimeyeda', 'Ru\u200Bth', 'x'.repeat(81)])('%j', (pseudonym) => {
    expect(publicFaceShape.safeParse({ shownAs: 'pseudonym', pseudonym }).success).toBe(false)
  })
})
