import { db } from '../../../db/client'
import { people } from '../../../db/schema'
import { type Role, roles } from '../../../db/vocabulary'
import { removeMember } from '../../../server/member/manage-member'
import { type Act, type Member, may, type OpenAct, type OwnAct, whoMay } from '../../../server/member/member'
import type { RefusalCode } from '../../../server/refusal'
import { hashPassword } from '../../../server/session/password'
import { aDesk, type Desk, onDesk } from '../../newsroom'
import { cookieOf } from '../../signed-in'

/** Everybody who can knock, by what they are to the desk that is asked about. */
export const askers = ['nobody', ...roles, 'member of another desk', 'removed member'] as const
export type Asker = (typeof askers)[number]

/** A desk with people on it, and the one who asks or makes things for the one who asks. */
export type Home = { desk: Desk; asker: Member; author: Member; editor: Member; admin: Member }

/** What everybody signed in has as a password. */
export const password = 'a long enough password'

export const isRole = (asker: Asker): asker is Role => (roles as readonly string[]).includes(asker)

/** What an asker hears where no rule has anything against it: the answer, or why they have no right to it. */
export function rightOf(asker: Asker, act: OpenAct | OwnAct | Act): 'answered' | RefusalCode {
  const least = whoMay[act]
  if (least === 'anyone') return 'answered'
  if (asker === 'nobody') return 'signed-out'
  if (least === 'signed in') return 'answered'
  if (!isRole(asker) || !isForMembers(act)) return 'desk-unknown'
  return may({ role: asker }, act) ? 'answered' : 'role-too-low'
}

/** Whether an act takes a role on the desk. */
export function isForMembers(act: OpenAct | OwnAct | Act): act is Act {
  return (roles as readonly string[]).includes(whoMay[act])
}

/** Two desks with everybody who can knock: who they are to ours, and with which cookie they come. */
export async function twoDesks() {
  const [ours, theirs] = [await aHome('The Asked Desk'), await aHome('The Other Desk')]
  const removed = await onDesk('admin', ours.desk)
  const before = await cookieOf(removed.personId)
  await removeMember({ deskId: ours.desk.id, memberId: removed.id })
  const passwordHash = await hashPassword(password)
  const knocking: Partial<Record<Asker, Member>> = {
    'member of another desk': theirs.asker,
    'removed member': removed,
  }
  for (const role of roles) knocking[role] = await onDesk(role, ours.desk)
  await db().update(people).set({ passwordHash })
  const cookies: Partial<Record<Asker, string>> = {}
  for (const asker of askers) {
    const member = knocking[asker]
    if (member) cookies[asker] = await cookieOf(member.personId)
  }
  return {
    ...{ ours, theirs, cookies },
    /** The removed member's cookie from before the removal. */
    cookieBefore: before,
    /** Our desk with the asker among its people, where the asker is. */
    homeOf: (asker: Asker): Home => ({ ...ours, asker: (isRole(asker) && knocking[asker]) || ours.asker }),
  }
}

async function aHome(name: string): Promise<Home> {
  const desk = await aDesk({ name, secondVerdicts: 'asked' })
  const [author, editor] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  return { desk, author, editor, admin: await onDesk('admin', desk), asker: await onDesk('admin', desk) }
}
