import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import * as kept from '../../../db/schema'
import { notify } from '../../channel/notify'
import { removeNames } from '../../publication/named/remove-names'
import { Refused } from '../../refusal'
import { removePages } from './remove-pages'
import {
  removeDossiers,
  removeEvidence,
  removeOutside,
  removePropositions,
  removeRedactions,
  removeReports,
  removeTalk,
} from './remove-said'

/**
 * Removes the demo desk with everything made on it, and its people where they are on no other desk. The entries it
 * has in the public log stay, and its public numbers are not given again: a log with gaps would prove nothing. The
 * lists of pages are made anew by whoever calls: Next's bundle, which reaches this file, may not hold their markup.
 */
export async function removeDemo(): Promise<{ articles: number }> {
  return db().transaction(async (tx) => {
    const [desk] = await tx.select({ id: kept.desks.id }).from(kept.desks).where(eq(kept.desks.isDemo, true))
    if (!desk) throw new Refused({ code: 'demo-is-not-there' })
    await tx.execute(sql`set local proofroom.may_remove = 'on'`)
    await removePages(tx, desk.id)
    await removeNames(tx, desk.id)
    await tx.delete(kept.pastChecks).where(eq(kept.pastChecks.deskId, desk.id))
    // Their messages and cases go with them.
    await tx.delete(kept.rules).where(eq(kept.rules.deskId, desk.id))
    await tx.delete(kept.webhooks).where(eq(kept.webhooks.deskId, desk.id))
    for (const table of [kept.subscriptions, kept.outsideChecks, kept.outsideFeeds])
      await tx.delete(table).where(eq(table.deskId, desk.id))
    const articles = await removeArticles(tx, desk.id)
    await removePeople(tx, desk.id)
    await removeAudit(tx, desk.id)
    await tx.delete(kept.desks).where(eq(kept.desks.id, desk.id))
    return { articles }
  })
}

/** A desk's chain goes with it, whole: the others are not touched. */
async function removeAudit(tx: Transaction, deskId: string): Promise<void> {
  const { auditEntries, auditLinks, auditUnlinked } = kept
  const ofDesk = tx.select({ id: auditEntries.id }).from(auditEntries).where(eq(auditEntries.deskId, deskId))
  await tx.delete(auditUnlinked).where(inArray(auditUnlinked.entryId, ofDesk))
  await tx.delete(auditLinks).where(eq(auditLinks.chain, deskId))
  await tx.delete(auditEntries).where(eq(auditEntries.deskId, deskId))
}

async function removeArticles(tx: Transaction, deskId: string): Promise<number> {
  const { articles, claims, outbox, publications, reviews, submissions } = kept
  const ofDesk = tx.select({ id: articles.id }).from(articles).where(eq(articles.deskId, deskId))
  const documents = tx
    .select({ document: kept.rooms.document })
    .from(kept.rooms)
    .where(inArray(kept.rooms.articleId, ofDesk))
  const published = tx
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.deskId, deskId))
  const submitted = tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.deskId, deskId))
  const marked = tx.select({ id: claims.id }).from(claims).where(eq(claims.deskId, deskId))
  await removePropositions(tx, deskId)
  await tx.delete(outbox).where(inArray(outbox.publicationId, published))
  await tx.delete(kept.underReview).where(eq(kept.underReview.deskId, deskId))
  await removeRedactions(tx, deskId)
  await tx.delete(publications).where(eq(publications.deskId, deskId))
  await tx.delete(kept.notices).where(eq(kept.notices.deskId, deskId))
  await removeReports(tx, deskId)
  await removeDossiers(tx, deskId)
  const planned = tx
    .select({ id: kept.releases.id })
    .from(kept.releases)
    .where(inArray(kept.releases.submissionId, submitted))
  await tx.delete(kept.releaseOutcomes).where(inArray(kept.releaseOutcomes.releaseId, planned))
  await tx.delete(kept.releases).where(inArray(kept.releases.submissionId, submitted))
  await tx.delete(reviews).where(inArray(reviews.submissionId, submitted))
  await tx.delete(kept.sights).where(inArray(kept.sights.submissionId, submitted))
  await tx.delete(kept.openings).where(inArray(kept.openings.submissionId, submitted))
  await tx.delete(kept.checkTicks).where(inArray(kept.checkTicks.submissionId, submitted))
  await tx.delete(kept.checkLists).where(eq(kept.checkLists.deskId, deskId))
  await removeEvidence(tx, deskId)
  await removeOutside(tx, deskId)
  await tx.delete(submissions).where(eq(submissions.deskId, deskId))
  await tx.delete(kept.scales).where(eq(kept.scales.deskId, deskId))
  await removeTalk(tx, deskId)
  await tx.delete(kept.assignments).where(eq(kept.assignments.deskId, deskId))
  await tx.delete(kept.placements).where(eq(kept.placements.deskId, deskId))
  await tx.delete(kept.pageWatches).where(eq(kept.pageWatches.deskId, deskId))
  await tx.delete(kept.sources).where(inArray(kept.sources.claimId, marked))
  await tx.delete(kept.deletedSources).where(inArray(kept.deletedSources.claimId, marked))
  await tx.delete(claims).where(eq(claims.deskId, deskId))
  await tx.delete(kept.articleActivity).where(inArray(kept.articleActivity.articleId, ofDesk))
  await tx.delete(kept.roomWriters).where(inArray(kept.roomWriters.document, documents))
  await tx.delete(kept.roomUpdates).where(inArray(kept.roomUpdates.document, documents))
  await tx.delete(kept.roomClients).where(inArray(kept.roomClients.document, documents))
  await tx.delete(kept.roomSnapshots).where(inArray(kept.roomSnapshots.document, documents))
  await tx.delete(kept.rooms).where(inArray(kept.rooms.articleId, ofDesk))
  const closed = tx
    .select({ id: kept.closings.id })
    .from(kept.closings)
    .where(eq(kept.closings.deskId, deskId))
  await tx.delete(kept.waivers).where(inArray(kept.waivers.closingId, closed))
  await tx.delete(kept.closings).where(eq(kept.closings.deskId, deskId))
  await tx.delete(kept.looks).where(eq(kept.looks.deskId, deskId))
  await tx.delete(kept.revisions).where(inArray(kept.revisions.articleId, ofDesk))
  await tx.delete(kept.roomStays).where(inArray(kept.roomStays.articleId, ofDesk))
  await tx.delete(kept.articleLimits).where(inArray(kept.articleLimits.articleId, ofDesk))
  await tx.delete(kept.articleRemovals).where(inArray(kept.articleRemovals.articleId, ofDesk))
  await tx.delete(kept.sourceNotes).where(eq(kept.sourceNotes.deskId, deskId))
  await tx.delete(kept.drafts).where(eq(kept.drafts.deskId, deskId))
  await tx.delete(kept.importedFiles).where(eq(kept.importedFiles.deskId, deskId))
  const gone = await tx.delete(articles).where(eq(articles.deskId, deskId)).returning({ id: articles.id })
  return gone.length
}

async function removePeople(tx: Transaction, deskId: string): Promise<void> {
  const ofDesk = tx.select({ id: kept.members.id }).from(kept.members).where(eq(kept.members.deskId, deskId))
  await tx.delete(kept.visits).where(inArray(kept.visits.memberId, ofDesk))
  const { invitations, members, people, sessions } = kept
  const onDesk = await tx.select({ id: members.personId }).from(members).where(eq(members.deskId, deskId))
  await tx.delete(kept.savedFilters).where(eq(kept.savedFilters.deskId, deskId))
  const memberIds = tx.select({ id: members.id }).from(members).where(eq(members.deskId, deskId))
  await tx.delete(kept.absences).where(inArray(kept.absences.memberId, memberIds))
  await tx.delete(invitations).where(eq(invitations.deskId, deskId))
  const theirSettings = tx.select({ id: members.id }).from(members).where(eq(members.deskId, deskId))
  await tx.delete(kept.noticeSettings).where(inArray(kept.noticeSettings.memberId, theirSettings))
  await tx.delete(members).where(eq(members.deskId, deskId))
  const elsewhere = tx.select({ id: members.personId }).from(members)
  const theirs = onDesk.map(({ id }) => id)
  const ended = await tx
    .delete(sessions)
    .where(and(inArray(sessions.personId, theirs), notInArray(sessions.personId, elsewhere)))
    .returning({ id: sessions.id })
  for (const { id } of ended) await notify(tx, 'session_ended', { sessionId: id })
  const isGone = and(
    inArray(kept.passwordResets.personId, theirs),
    notInArray(kept.passwordResets.personId, elsewhere),
  )
  await tx.delete(kept.passwordResets).where(isGone)
  const { recoveryCodes, secondFactors, identities, passkeys, passkeyChallenges } = kept
  for (const table of [recoveryCodes, secondFactors, identities, passkeys, passkeyChallenges])
    await tx.delete(table).where(and(inArray(table.personId, theirs), notInArray(table.personId, elsewhere)))
  const gone = await tx
    .delete(people)
    .where(and(inArray(people.id, theirs), notInArray(people.id, elsewhere)))
    .returning({ email: people.email })
  const addresses = gone.map(({ email }) => email)
  await tx.delete(kept.mails).where(inArray(kept.mails.to, addresses))
}
