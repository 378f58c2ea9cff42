import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { db } from '../../../db/client'
import { dossiers, explanations, members, people } from '../../../db/schema'
import { type Member, may } from '../../member/member'
import { isOpenExplanation, isWaiting } from './read-explanations'

/** An explanation that waits for the reader's decision, with the dossier that it stands in. */
export type AskedExplanation = {
  id: string
  text: string
  by: string
  at: Date
  dossierId: string
  dossier: string
}

/** The explanations of the desk that a member may decide about, the longest wait first; none for who may approve none. */
export async function readAsked(member: Member): Promise<AskedExplanation[]> {
  if (!may(member, 'approve explanations')) return []
  const isTheirs = and(ne(explanations.writtenBy, member.id), isOpenExplanation(member.id))
  return db()
    .select({
      ...{ id: explanations.id, text: explanations.text, by: people.name, at: explanations.writtenAt },
      ...{ dossierId: dossiers.id, dossier: dossiers.name },
    })
    .from(explanations)
    .innerJoin(dossiers, eq(dossiers.id, explanations.dossierId))
    .innerJoin(members, eq(members.id, explanations.writtenBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(dossiers.deskId, member.deskId), isNull(dossiers.removedAt), isWaiting(), isTheirs))
    .orderBy(asc(explanations.writtenAt), asc(explanations.id))
}
