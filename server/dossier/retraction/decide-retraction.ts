import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { dossierRetractions } from '../../../db/schema'
import type { ExplanationOutcome } from '../../../db/vocabulary/figure'
import { spokenFor } from '../../language/language'
import { readPublicNames } from '../../member/face/read-names'
import { type Member, whyMayNot } from '../../member/member'
import { keepRetraction } from '../../notice/event/keep-news'
import { tellMembers } from '../../notice/tell-members'
import { readLogKey } from '../../publication/log/read-log-key'
import { Refused, refuseIf } from '../../refusal'
import { words } from '../../words'
import { lockDossier } from '../lock-dossier'
import { addVersion } from '../published/add-version'
import { readStanding } from '../published/read-frozen'
import { readDesk, readNewest, readWithoutRemoved } from '../published/read-publishable'
import { whyNotDecideRetraction } from './retraction'

type Decided = {
  member: Member
  dossierId: string
  retractionId: string
  outcome: ExplanationOutcome
  note: string
}

/**
 * Retracts a dossier as an editor who did not ask for it, returns the asking, or takes back one's own. Its next version
 * keeps what readers have and says why nobody stands by it any more; entry and pages come with it, as with every version.
 */
export async function decideRetraction(asked: Decided): Promise<void> {
  const { member, dossierId, retractionId, outcome, note } = asked
  if (outcome !== 'withdrawn') refuseIf(whyMayNot(member, 'publish dossiers'))
  // Before the transaction: inside, it would want a second connection.
  await readLogKey()
  await db().transaction(async (tx) => {
    const dossier = await lockDossier(tx, dossierId, member)
    const isIt = and(eq(dossierRetractions.id, retractionId), eq(dossierRetractions.dossierId, dossierId))
    const [row] = await tx.select().from(dossierRetractions).where(isIt)
    if (!row) throw new Refused({ code: 'retraction-unknown' })
    refuseIf(whyNotDecideRetraction(row, member.id, { outcome, note }))
    const decidedAt = new Date()
    await tx
      .update(dossierRetractions)
      .set({ decidedBy: member.id, outcome, note: note.trim(), decidedAt })
      .where(isIt)
    if (outcome === 'approved') await retract(tx, { dossier, member, asked: row, at: decidedAt })
    if (outcome === 'withdrawn') return
    const about = { subjectId: retractionId, retractionId, articleId: null, claimId: null }
    await tellMembers(tx, { kind: `retraction-${outcome}`, by: member, to: [row.askedBy], ...about })
  })
}

type Retracting = {
  dossier: Awaited<ReturnType<typeof lockDossier>>
  member: Member
  asked: typeof dossierRetractions.$inferSelect
  at: Date
}

/** Adds the version that says so, with the articles and explanations that readers have. */
async function retract(tx: Transaction, { dossier, member, asked, at }: Retracting): Promise<void> {
  const desk = await readDesk(tx, member.deskId)
  const newest = await readNewest(tx, dossier.id)
  if (!newest) throw new Refused({ code: 'dossier-not-published' })
  if (newest.content.retraction) throw new Refused({ code: 'dossier-is-retracted' })
  const say = words(spokenFor(desk.language))
  const named = async (id: string) => (await readPublicNames(tx, [id], say))[0] ?? ''
  const { text } = asked
  const said = { text, by: await named(asked.askedBy), approvedBy: await named(member.id) }
  const claims = await readStanding(tx, newest.content.articles, [])
  const content = await readWithoutRemoved(tx, {
    ...newest.content,
    claims: claims.map(({ number, version }) => ({ number, version })),
    retraction: { ...said, at: at.toISOString() },
  })
  const added = await addVersion(tx, { dossier, member, desk, content, before: newest.version })
  // A demo tells nobody.
  if (!desk.isDemo) await keepRetraction(tx, added)
}
