import { db } from '../../db/client'
import { keepOnce } from '../audit/keep-entry'
import type { Member } from '../member/member'

/** Keeps that somebody wrote in a room who may only look; what they wrote reached nobody. */
export async function keepRefusedEdit({ id: memberId, personId, deskId }: Member): Promise<void> {
  const edit = { act: 'edit rooms', way: 'room edit', outcome: 'role-too-low' } as const
  await keepOnce(db(), { ...edit, memberId, personId, deskId, things: {}, words: {} })
}
