import { and, eq, isNull } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { members, reportBlocks, reports } from '../../db/schema'
import { done } from '../audit/audit'
import { keepEntry } from '../audit/keep-entry'
import { settings } from '../env'
import { type Form, keptHash, secretOf, senderHash } from '../form/sign-form'
import { keepMail } from '../mail/keep-mail'
import { may } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { Refused } from '../refusal'
import { countReport, isReportMailFree } from '../session/count-attempts'
import { receivedLetter } from './queue/letter'
import { type Subject, trackingPath, type Written } from './report'

type Sent = { subject: Subject; written: Written; form: Form; address: string }

/**
 * Keeps what a reader wrote and gives the secret of its tracking address. A form that comes again after a lost answer
 * leads to the same; one that comes again with other words is refused, and so is a network that the desk has blocked.
 */
export async function addReport(sent: Sent): Promise<string> {
  const sender = await senderHash(sent.address)
  const secret = await secretOf(sent.form)
  if (await isSent(sent)) return secret
  await refuseBlocked(sent.subject.desk.id, sender)
  await countReport(sent.address)
  const isMailed = await isMailFree(sent)
  const isKept = await db().transaction((tx) => keep(tx, sent, { sender, secret, isMailed }))
  // Pressed twice, both may come at once: the other one was kept.
  if (!isKept) await isSent(sent)
  return secret
}

/** Whether the form has brought these very words already. */
async function isSent({ form, written }: Sent): Promise<boolean> {
  const [known] = await db()
    .select()
    .from(reports)
    .where(eq(reports.formMark, keptHash(form.mark)))
  if (!known) return false
  const isSame = Object.entries(written).every(([field, words]) => Reflect.get(known, field) === words)
  if (!isSame) throw new Refused({ code: 'report-sent-already' })
  return true
}

async function refuseBlocked(deskId: string, sender: string): Promise<void> {
  const [blocked] = await db()
    .select({ at: reportBlocks.blockedAt })
    .from(reportBlocks)
    .where(and(eq(reportBlocks.deskId, deskId), eq(reportBlocks.senderHash, sender)))
  if (blocked) throw new Refused({ code: 'report-blocked' })
}

/** Whether the sender is written to: nobody's address is flooded from here by whoever typed it. */
async function isMailFree({ subject, written }: Sent): Promise<boolean> {
  return !subject.desk.isDemo && written.email !== '' && (await isReportMailFree(written.email.toLowerCase()))
}

async function keep(
  tx: Transaction,
  { subject, written, form }: Sent,
  { sender, secret, isMailed }: { sender: string; secret: string; isMailed: boolean },
): Promise<boolean> {
  const { kind, desk, about } = subject
  const claim = about && 'claim' in about ? about.claim : null
  const dossier = about && 'dossier' in about ? about.dossier : null
  const id = uuid()
  const [kept] = await tx
    .insert(reports)
    .values({
      ...{ id, deskId: desk.id, kind, ...written, articleId: about?.articleId ?? null },
      ...{ claimId: claim?.id ?? null, number: claim?.number ?? null },
      ...{ dossierId: dossier?.id ?? null, version: (claim ?? dossier)?.version ?? null },
      ...{ formMark: keptHash(form.mark), secretHash: keptHash(secret), senderHash: sender },
    })
    .onConflictDoNothing({ target: reports.formMark })
    .returning({ id: reports.id })
  if (!kept) return false
  const who = { deskId: desk.id, memberId: null, personId: null, words: {} }
  await keepEntry(tx, { act: 'report errors', way: 'report', outcome: done, ...who, things: { id } })
  await tellEditors(tx, {
    id,
    deskId: desk.id,
    articleId: about?.articleId ?? null,
    claimId: claim?.id ?? null,
  })
  if (isMailed) {
    const address = settings().publicOrigin + trackingPath(secret)
    await keepMail(tx, receivedLetter({ to: written.email, reportId: id, desk, address }))
  }
  return true
}

type Told = { id: string; deskId: string; articleId: string | null; claimId: string | null }

async function tellEditors(tx: Transaction, { id: reportId, deskId, ...about }: Told): Promise<void> {
  const rows = await tx
    .select({ id: members.id, role: members.role })
    .from(members)
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt)))
  const to = rows.filter((member) => may(member, 'answer reports')).map(({ id }) => id)
  const by = { id: null, reportId, deskId }
  await tellMembers(tx, { kind: 'reported', by, subjectId: reportId, to, ...about })
}
