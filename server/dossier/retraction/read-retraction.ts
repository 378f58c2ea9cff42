import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'
import { db } from '../../../db/client'
import { dossierRetractions, dossiers, members, people } from '../../../db/schema'
import { type Member, may } from '../../member/member'
import { readDossier } from '../read-dossiers'
import type { RetractionState } from './retraction'

/** What a dossier's retraction waits for, or why it was returned; refused as unknown where the dossier is not theirs. */
export async function readRetraction(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<RetractionState> {
  await readDossier(dossierId, member)
  const [row] = await db()
    .select({ asked: dossierRetractions, name: people.name })
    .from(dossierRetractions)
    .innerJoin(members, eq(members.id, dossierRetractions.askedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(dossierRetractions.dossierId, dossierId))
    .orderBy(desc(dossierRetractions.askedAt), desc(dossierRetractions.id))
    .limit(1)
  if (!row) return { waiting: null, returned: null }
  const { id, text, askedBy, askedAt, outcome, note, decidedBy } = row.asked
  const by = { id: askedBy, name: row.name }
  if (!outcome) return { waiting: { id, text, by, at: askedAt }, returned: null }
  if (outcome !== 'returned' || !decidedBy) return { waiting: null, returned: null }
  return { waiting: null, returned: { by: await nameOf(decidedBy), note: note ?? '' } }
}

async function nameOf(memberId: string): Promise<string> {
  const [person] = await db()
    .select({ name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.id, memberId))
  return person?.name ?? ''
}

/** The retractions of the desk that a member may decide about, the longest wait first; none for who may approve none. */
export async function readAskedRetractions(member: Member) {
  if (!may(member, 'publish dossiers')) return []
  return db()
    .select({
      ...{ id: dossierRetractions.id, text: dossierRetractions.text, by: people.name },
      ...{ at: dossierRetractions.askedAt, dossierId: dossiers.id, dossier: dossiers.name },
    })
    .from(dossierRetractions)
    .innerJoin(dossiers, eq(dossiers.id, dossierRetractions.dossierId))
    .innerJoin(members, eq(members.id, dossierRetractions.askedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        ...[eq(dossiers.deskId, member.deskId), isNull(dossiers.removedAt)],
        ...[isNull(dossierRetractions.outcome), ne(dossierRetractions.askedBy, member.id)],
      ),
    )
    .orderBy(asc(dossierRetractions.askedAt), asc(dossierRetractions.id))
}
