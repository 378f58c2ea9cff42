import { z } from 'zod'
import { type Role, shownAs } from '../../../db/vocabulary'
import type { Refusal } from '../../refusal'
import type { Words } from '../../words'
import { type Member, may } from '../member'

/** How a member wants readers to see them. */
export const publicFaceShape = z
  .strictObject({
    shownAs: z.enum(shownAs),
    pseudonym: z
      .string()
      .trim()
      .max(80)
      // What is not shown, or changes the direction of what is, can make a name read as another's.
      .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u)
      .transform((pseudonym) => pseudonym.normalize('NFC')),
  })
  .refine(({ shownAs, pseudonym }) => shownAs !== 'pseudonym' || pseudonym.length >= 2, {
    path: ['pseudonym'],
  })
export type PublicFace = z.infer<typeof publicFaceShape>

/** Why a member may not decide how readers see somebody: it is one's own matter, and the admins'. */
export function whyNotChangeFace(member: Pick<Member, 'id' | 'role'>, memberId: string): Refusal | null {
  return member.id === memberId || may(member, 'manage members') ? null : { code: 'role-too-low' }
}

/** Why a pseudonym cannot be had: somebody else on the desk goes by it. */
export function whyNotPseudonym(
  face: PublicFace,
  others: { name: string; pseudonym: string }[],
): Refusal | null {
  const wanted = folded(face.pseudonym)
  const isTaken = others.some(({ name, pseudonym }) => [name, pseudonym].map(folded).includes(wanted))
  return wanted && isTaken ? { code: 'pseudonym-taken' } : null
}

const folded = (name: string) => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** Somebody who is to be named to readers. */
export type Named = PublicFace & { name: string; role: Role }

/** What readers are told of who did something: names and pseudonyms first, then those without a name, counted by role. */
export function publicNames(people: Named[], say: Words): string[] {
  const names = people
    .filter(({ shownAs }) => shownAs !== 'role')
    .map(({ shownAs, name, pseudonym }) => (shownAs === 'pseudonym' ? pseudonym : name))
  const unnamed = people.filter(({ shownAs }) => shownAs === 'role').map(({ role }) => roleForReaders[role])
  const counted = [...new Set(unnamed)].map((role) =>
    say(`publicRole.${role}`, { count: unnamed.filter((other) => other === role).length }),
  )
  return [...names, ...counted]
}

/** Readers know who checks and who decides; who manages a desk is nothing to them. */
const roleForReaders = {
  observer: 'reviewer',
  reviewer: 'reviewer',
  editor: 'editor',
  admin: 'editor',
} as const
