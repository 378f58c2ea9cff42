import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client'
import { dossierRetractions } from '../../../db/schema'
import type { Member } from '../../member/member'
import { readWhoMay } from '../../member/read-desk'
import { tellMembers } from '../../notice/tell-members'
import { Refused, refuseIf } from '../../refusal'
import { lockDossier } from '../lock-dossier'
import { readNewest } from '../published/read-publishable'
import { whyNotAskRetraction } from './retraction'

type Asked = { member: Member; dossierId: string; id: string; text: string }

/** Asks that a published dossier be retracted; readers have it as it is until an editor who did not ask approves that. */
export async function askRetraction({ member, dossierId, id, text }: Asked): Promise<void> {
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    const [kept] = await tx.select().from(dossierRetractions).where(eq(dossierRetractions.id, id))
    // Sent again after a lost answer, it is there once.
    if (kept?.askedBy === member.id && kept.dossierId === dossierId) return
    if (kept) throw new Refused({ code: 'retraction-unknown' })
    const isOpen = and(eq(dossierRetractions.dossierId, dossierId), isNull(dossierRetractions.outcome))
    const isAsked = (await tx.$count(dossierRetractions, isOpen)) > 0
    refuseIf(whyNotAskRetraction(text, await readNewest(tx, dossierId), isAsked))
    await tx.insert(dossierRetractions).values({ id, dossierId, text: text.trim(), askedBy: member.id })
    const to = await readWhoMay('publish dossiers', member.deskId, tx)
    const about = { subjectId: id, retractionId: id, articleId: null, claimId: null }
    await tellMembers(tx, { kind: 'retraction-sent', by: member, to, ...about })
  })
}
