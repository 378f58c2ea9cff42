import { and, eq, isNull } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { members } from '../../../db/schema'
import { assignWithin, readStandingId } from '../../assignment/assign'
import { longestNote } from '../../assignment/assignment'
import { instantOf } from '../../assignment/due/due'
import { readDueByHours } from '../../assignment/due/read-due-by-hours'
import { lockWork } from '../../assignment/lock-work'
import { may } from '../../member/member'
import { tellMembers } from '../../notice/tell-members'
import { Refused, refuseIf } from '../../refusal'
import { readUntilListed } from '../../room/kept/read-until-listed'
import { raiseThreadWithin } from '../../thread/add-comment'
import { longestComment } from '../../thread/thread'
import { words } from '../../words'
import { type Asked, addStepWithin, type Report } from './add-step'
import { readPlace } from './read-place'

/** Who shall see to it, and until when as the desk's clock says it; left out, the desk's hours say, null for no due time. */
type Task = { to: string; due?: string | null }

/**
 * Says that somebody looks at a report. With a task, its claim (or the whole article) is given to a member, who is told,
 * and a thread about the claim keeps the reader's words where the work is done; what is about no article is given itself.
 */
export async function takeUp({ task, ...asked }: Asked & { task: Task | null }): Promise<void> {
  const { member, reportId } = asked
  const place = task && (await readPlace(member, reportId))
  const { articleId = null, claimId = null } = place ?? {}
  if (articleId && claimId) await readUntilListed(articleId, [claimId])
  // Before the turn is taken: whoever holds it waits for no second connection.
  const dueAt = articleId ? await readDueByHours(member, articleId) : null
  await db().transaction(async (tx) => {
    // In the order in which work is given everywhere else.
    const { timeZone } = await lockWork(tx, member.deskId)
    const itself = task && !articleId ? { givenTo: task.to, dueAt: dueOf(task, timeZone) } : {}
    await addStepWithin(tx, { ...asked, step: { kind: 'taken-up', ...itself } }, async (report) => {
      if (task && dueAt) await give(tx, report, { ...asked, task, dueAt })
      if (itself.givenTo) await giveItself(tx, { ...asked, to: itself.givenTo })
    })
  })
}

const dueOf = ({ due }: Task, timeZone: string) => (due ? instantOf(due, timeZone) : null)

/** Tells whoever it is given to; refuses who is not on the desk, and who takes no work there. */
async function giveItself(
  tx: Transaction,
  { member, id, reportId, to }: Asked & { to: string },
): Promise<void> {
  const [colleague] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.id, to), eq(members.deskId, member.deskId), isNull(members.removedAt)))
  if (!colleague) throw new Refused({ code: 'member-unknown' })
  refuseIf(may(colleague, 'take on work') ? null : { code: 'observers-take-no-work' })
  const by = { id: member.id, deskId: member.deskId, reportId }
  const about = { articleId: null, claimId: null }
  await tellMembers(tx, { kind: 'assigned', by, subjectId: id, to: [to], ...about })
}

type Given = Asked & { task: Task; dueAt: Awaited<ReturnType<typeof readDueByHours>> }

async function give(tx: Transaction, report: Report, { member, task, dueAt }: Given): Promise<void> {
  const { articleId, claimId } = report
  if (articleId === null) return
  const { to, due } = task
  const seen = await readStandingId(tx, { articleId, claimId })
  const terms = due === undefined ? null : { due }
  const given = { member, articleId, to, terms, note: shortened(said(report), longestNote) }
  const [refusal] = await assignWithin(tx, { ...given, items: [{ id: uuid(), claimId, seen }] }, dueAt)
  // Whoever has the claim already sees to this as well.
  refuseIf(refusal?.code === 'assignment-same' ? null : (refusal ?? null))
  if (claimId === null) return
  const text = shortened(said(report), longestComment)
  await raiseThreadWithin(tx, { member, claimId, threadId: uuid(), commentId: uuid(), text })
}

// Readers point nobody of the desk to anything: what looks like a mention is none.
const said = ({ text, link }: Report) =>
  words()('report.task', { text: [text, link].filter(Boolean).join('\n') }).replaceAll('@', '@\u2060')

const shortened = (words: string, most: number) =>
  words.length > most ? `${words.slice(0, most - 2).toWellFormed()} …` : words
