import { z } from 'zod'
import { type Role, roles } from '../../db/vocabulary'
import type { Refusal } from '../refusal'

/** A person on a desk, as every act receives the one who asks. */
export type Member = { id: string; deskId: string; personId: string; name: string; role: Role }

/** Everything that may be asked of the newsroom, with the least of those who may: anyone, whoever is signed in, or a role. */
export const whoMay = {
  'see the way in': 'anyone',
  'begin to sign in': 'anyone',
  'set Proofroom up': 'anyone',
  'answer invitations': 'anyone',
  'set a forgotten password': 'anyone',
  'answer as a guest': 'anyone',
  'report errors': 'anyone',
  'follow by mail': 'anyone',
  'see own desks': 'signed in',
  'change own password': 'signed in',
  'prove identity': 'signed in',
  'see own account': 'signed in',
  'manage own sign-in': 'signed in',
  'choose own language': 'signed in',
  'read the desk': 'observer',
  'remember visits': 'observer',
  'choose public names': 'observer',
  'save filters': 'observer',
  'enter rooms': 'observer',
  'give clearances': 'observer',
  'edit rooms': 'reviewer',
  'import articles': 'reviewer',
  'submit claims': 'reviewer',
  'keep evidence': 'reviewer',
  discuss: 'reviewer',
  'relate claims': 'reviewer',
  'read reports': 'reviewer',
  'sign own verdicts': 'reviewer',
  'take on work': 'reviewer',
  'look through articles': 'reviewer',
  'keep notes for editors': 'reviewer',
  'place passages': 'reviewer',
  'gather dossiers': 'reviewer',
  'decide on submissions': 'editor',
  'put claims under review': 'editor',
  'remove words under law': 'editor',
  'ask for second verdicts': 'editor',
  'require clearances': 'editor',
  'show submissions to guests': 'editor',
  'answer reports': 'editor',
  'read notes for editors': 'editor',
  'close articles': 'editor',
  'delete articles': 'editor',
  'limit articles': 'editor',
  'settle threads': 'editor',
  'share filters': 'editor',
  'export the desk': 'editor',
  'join names': 'editor',
  'approve explanations': 'editor',
  'publish dossiers': 'editor',
  'remove dossiers': 'editor',
  'try past checks': 'editor',
  'import past checks': 'editor',
  'assign work': 'editor',
  'invite members': 'admin',
  'manage members': 'admin',
  'manage the desk': 'admin',
  'found another desk': 'admin',
  'read the audit': 'admin',
} as const satisfies Record<string, Role | 'anyone' | 'signed in'>

type ActOf<Who> = {
  [A in keyof typeof whoMay]: (typeof whoMay)[A] extends Who ? A : never
}[keyof typeof whoMay]

/** What anyone may do, what it takes a live session for, and what it takes a role on the desk for. */
export type OpenAct = ActOf<'anyone'>
export type OwnAct = ActOf<'signed in'>
export type Act = ActOf<Role>

/** Whether a member's role allows an act; each role can do all that the one before it can. */
export function may(member: Pick<Member, 'role'>, act: Act): boolean {
  return roles.indexOf(member.role) >= roles.indexOf(whoMay[act])
}

/** The same as a refusal that can be said; null when the member may. */
export function whyMayNot(member: Pick<Member, 'role'>, act: Act): Refusal | null {
  return may(member, act) ? null : { code: 'role-too-low' }
}

/** Why a member may not stop being an admin: a desk without one could never be managed again. */
export function whyNotLeaveAdmins(memberId: string, adminIds: string[]): Refusal | null {
  const isLast = adminIds.length === 1 && adminIds[0] === memberId
  return isLast ? { code: 'last-admin' } : null
}

/** An e-mail address as it is compared: trimmed, in lower case. */
export const emailShape = z.string().trim().toLowerCase().pipe(z.email())

export const nameShape = z.string().trim().min(1).max(120)

/** Up to two letters that stand for a name beside its colour, e.g. "MH" for Maren Holt. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('')
}

/** One of the four presence colours, the same for a member on every screen. */
export function colourOf(memberId: string): 1 | 2 | 3 | 4 {
  // FNV-1a over the whole id.
  let mixed = 0x811c9dc5
  for (const letter of memberId) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  // The high bits are mixed best.
  return ([1, 2, 3, 4] as const)[mixed >>> 30] ?? 1
}
