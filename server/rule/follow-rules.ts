import { and, asc, eq, isNull, not } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { members, ruleFirings, rules } from '../../db/schema'
import { assignWithin, readStandingId } from '../assignment/assign'
import { readDueByHours } from '../assignment/due/read-due-by-hours'
import { lockWork } from '../assignment/lock-work'
import { notify } from '../channel/notify'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { type Refusal, Refused } from '../refusal'
import type { RuleHand } from '../room/live/host'
import { followTopics } from './follow-topics'
import { type Author, isDue, isWritten, keepFollowed, type Next, readNamed } from './keep-followed'
import { readCases } from './read-cases'
import { readWhyGone } from './read-why-gone'
import { type RuleAct, whyBroken } from './rule'

/** Finds what has become a rule's case by this moment, then follows every rule whose case has come, each once. */
export async function followRules(now: Date, write: RuleHand, isStopped = () => false): Promise<void> {
  const found = await readCases(now)
  for (let from = 0; from < found.length; from += 1_000)
    await db()
      .insert(ruleFirings)
      .values(found.slice(from, from + 1_000).map((one) => ({ id: newId(), ...one })))
      .onConflictDoNothing({ target: ruleFirings.key })
  while (!isStopped() && (await db().transaction(followNext)));
  await followTopics(write, isStopped)
}

/** Of several processes one follows a case: the row is held until what is done about it commits with it. */
async function followNext(tx: Transaction): Promise<boolean> {
  const [next] = await tx
    .select({ firing: ruleFirings, rule: rules })
    .from(ruleFirings)
    .innerJoin(rules, eq(rules.id, ruleFirings.ruleId))
    .where(and(isDue, not(isWritten)))
    .orderBy(asc(ruleFirings.at), asc(ruleFirings.id))
    .limit(1)
    .for('no key update', { of: ruleFirings, skipLocked: true })
  if (!next) return false
  const { rule } = next
  const people = await readNamed(tx, rule)
  const refusal = whyBroken(rule.act, people) ?? (await whyNotDone(tx, { ...next, author: people.author }))
  await keepFollowed(tx, { ...next, author: people.author }, refusal)
  return true
}

/** Does what a rule says, or nothing of it and says why. */
async function whyNotDone(tx: Transaction, { firing, rule, author }: Next): Promise<Refusal | null> {
  if (!author) return { code: 'rule-author-left' }
  const { act } = rule
  try {
    return await tx.transaction(async (inner) => {
      if (act.does === 'assign') return give(inner, firing, author, act.memberId)
      // A topic is written by `followTopics`.
      return act.does === 'set-topic' ? null : tell(inner, firing, author, act)
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

async function give(
  tx: Transaction,
  { id, articleId, claimId }: Next['firing'],
  author: Author,
  to: string,
): Promise<Refusal | null> {
  const given = { member: author, articleId, to, terms: null, note: '', isByRule: true }
  const dueAt = await readDueByHours(author, articleId)
  await lockWork(tx, author.deskId)
  const seen = await readStandingId(tx, { articleId, claimId })
  const [refusal] = await assignWithin(tx, { ...given, items: [{ id, claimId, seen }] }, dueAt)
  return refusal ?? null
}

type Tells = Extract<RuleAct, { does: 'tell-member' | 'tell-role' }>

async function tell(
  tx: Transaction,
  firing: Next['firing'],
  by: Author,
  act: Tells,
): Promise<Refusal | null> {
  const gone = await readWhyGone(tx, by, firing)
  if (gone) return gone
  const { id: subjectId, articleId, claimId } = firing
  const to = act.does === 'tell-member' ? [act.memberId] : await readWithRole(tx, by.deskId, act.role)
  await tellMembers(tx, { kind: 'ruled', by, subjectId, to, articleId, claimId })
  await notify(tx, 'rows_changed', { articleId })
  return null
}

async function readWithRole(tx: Transaction, deskId: string, role: Member['role']): Promise<string[]> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.deskId, deskId), eq(members.role, role), isNull(members.removedAt)))
  return rows.map(({ id }) => id)
}
