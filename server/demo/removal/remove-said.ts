import { eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import * as kept from '../../../db/schema'

/** What readers reported, what became of it, and who was blocked. */
export async function removeReports(tx: Transaction, deskId: string): Promise<void> {
  const { reportBlocks, reportSteps, reports } = kept
  const sent = tx.select({ id: reports.id }).from(reports).where(eq(reports.deskId, deskId))
  await tx.delete(reportSteps).where(inArray(reportSteps.reportId, sent))
  await tx.delete(reports).where(eq(reports.deskId, deskId))
  await tx.delete(reportBlocks).where(eq(reportBlocks.deskId, deskId))
}

/** Threads, suggested wordings and verdicts of single members. */
export async function removeTalk(tx: Transaction, deskId: string): Promise<void> {
  const { comments, threads } = kept
  const raised = tx.select({ id: threads.id }).from(threads).where(eq(threads.deskId, deskId))
  const said = tx.select({ id: comments.id }).from(comments).where(inArray(comments.threadId, raised))
  await tx.delete(kept.mentions).where(inArray(kept.mentions.commentId, said))
  await tx.delete(kept.commentVersions).where(inArray(kept.commentVersions.commentId, said))
  await tx.delete(comments).where(inArray(comments.threadId, raised))
  await tx.delete(kept.resolutions).where(inArray(kept.resolutions.threadId, raised))
  await tx.delete(threads).where(eq(threads.deskId, deskId))
  const suggested = tx
    .select({ id: kept.suggestions.id })
    .from(kept.suggestions)
    .where(eq(kept.suggestions.deskId, deskId))
  await tx.delete(kept.suggestionWritings).where(inArray(kept.suggestionWritings.suggestionId, suggested))
  await tx.delete(kept.suggestionDecisions).where(inArray(kept.suggestionDecisions.suggestionId, suggested))
  await tx.delete(kept.suggestions).where(eq(kept.suggestions.deskId, deskId))
  await tx.delete(kept.secondVerdicts).where(eq(kept.secondVerdicts.deskId, deskId))
  await tx.delete(kept.ownVerdicts).where(eq(kept.ownVerdicts.deskId, deskId))
}

/** Which claims were said to say the same, and what followed. */
export async function removePropositions(tx: Transaction, deskId: string): Promise<void> {
  for (const table of [kept.correctionDrafts, kept.propositionClaims, kept.propositions, kept.claimRelations])
    await tx.delete(table).where(eq(table.deskId, deskId))
}

/** What was cleared, and whom submissions were shown to. */
export async function removeOutside(tx: Transaction, deskId: string): Promise<void> {
  const { clearances, guestLinks, submissions } = kept
  const submitted = tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.deskId, deskId))
  const links = tx
    .select({ id: guestLinks.id })
    .from(guestLinks)
    .where(inArray(guestLinks.submissionId, submitted))
  const required = tx.select({ id: clearances.id }).from(clearances).where(eq(clearances.deskId, deskId))
  await tx.delete(kept.clearanceSignatures).where(inArray(kept.clearanceSignatures.clearanceId, required))
  for (const table of [kept.guestComments, kept.guestVisits, kept.guestWithdrawals])
    await tx.delete(table).where(inArray(table.linkId, links))
  await tx.delete(guestLinks).where(inArray(guestLinks.submissionId, submitted))
  await tx.delete(clearances).where(eq(clearances.deskId, deskId))
}

/** Words that were removed under law, or were to be. */
export async function removeRedactions(tx: Transaction, deskId: string): Promise<void> {
  const { redactedVersions, redactions } = kept
  const asked = tx.select({ id: redactions.id }).from(redactions).where(eq(redactions.deskId, deskId))
  await tx.delete(redactedVersions).where(inArray(redactedVersions.redactionId, asked))
  await tx.delete(redactions).where(eq(redactions.deskId, deskId))
}

/** What was archived and attached behind sources, and what was said of publishers. The bytes stay, as others may have the same. */
export async function removeEvidence(tx: Transaction, deskId: string): Promise<void> {
  for (const table of [kept.sourceLooks, kept.snapshotStamps, kept.snapshots, kept.publisherNotes])
    await tx.delete(table).where(eq(table.deskId, deskId))
}

/** Dossiers, with what was noted, explained and published of them. */
export async function removeDossiers(tx: Transaction, deskId: string): Promise<void> {
  const { dossiers, dossierArticles, dossierNotes, dossierOutbox, dossierPublications } = kept
  const published = tx
    .select({ id: dossierPublications.id })
    .from(dossierPublications)
    .where(eq(dossierPublications.deskId, deskId))
  await tx.delete(dossierOutbox).where(inArray(dossierOutbox.dossierPublicationId, published))
  await tx.delete(dossierPublications).where(eq(dossierPublications.deskId, deskId))
  const ofDesk = tx.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.deskId, deskId))
  const written = tx
    .select({ id: kept.explanations.id })
    .from(kept.explanations)
    .where(inArray(kept.explanations.dossierId, ofDesk))
  const { explanationDecisions, explanations } = kept
  await tx.delete(explanationDecisions).where(inArray(explanationDecisions.explanationId, written))
  for (const table of [explanations, kept.dossierRetractions, dossierNotes, dossierArticles])
    await tx.delete(table).where(inArray(table.dossierId, ofDesk))
  await tx.delete(dossiers).where(eq(dossiers.deskId, deskId))
}
