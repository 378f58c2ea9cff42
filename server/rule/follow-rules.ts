import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { members, people, ruleFirings, rules } from '../../db/schema'
import { assignWithin, readStandingId } from '../assignment/assign'
import { lockWork } from '../assignment/lock-work'
import { readDueByHours } from '../assignment/read-due-by-hours'
import { keepEntry } from '../audit/keep-entry'
import { notify } from '../channel/notify'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { type Refusal, Refused } from '../refusal'
import { readCases } from './read-cases'
import { type RuleAct, whyBroken } from './rule'

/** Finds what has become a rule's case by this moment, then follows every rule whose case has come, each once. */
export async function followRules(now: Date, isStopped = () => false): Promise<void> {
  const found = await readCases(now)
  for (let from = 0; from < found.length; from += 1_000)
    await db()
      .insert(ruleFirings)
      .values(found.slice(from, from + 1_000).map((one) => ({ id: newId(), ...one })))
      .onConflictDoNothing({ target: ruleFirings.key })
  while (!isStopped() && (await db().transaction(followNext)));
}

/** Of several processes one follows a case: the row is held until what is done about it commits with it. */
async function followNext(tx: Transaction): Promise<boolean> {
  const [next] = await tx
    .select({ firing: ruleFirings, rule: rules })
    .from(ruleFirings)
    .innerJoin(rules, eq(rules.id, ruleFirings.ruleId))
    .where(and(isNull(ruleFirings.doneAt), eq(rules.isOn, true)))
    .orderBy(asc(ruleFirings.at), asc(ruleFirings.id))
    .limit(1)
    .for('no key update', { of: ruleFirings, skipLocked: true })
  if (!next) return false
  const { firing, rule } = next
  const people = await readNamed(tx, rule)
  const refusal = whyBroken(rule.act, people) ?? (await whyNotDone(tx, { ...next, author: people.author }))
  const outcome = refusal?.code ?? 'done'
  await tx
    .update(ruleFirings)
    .set({ doneAt: new Date(), outcome, refusal })
    .where(eq(ruleFirings.id, firing.id))
  const { articleId, claimId } = firing
  const things = { ruleId: rule.id, articleId, ...(claimId && { claimId }) }
  const by = { memberId: people.author?.id ?? null, personId: people.author?.personId ?? null }
  const act = rule.act.does === 'assign' ? 'assign work' : 'manage the desk'
  await keepEntry(tx, { ...by, deskId: rule.deskId, act, way: 'rule', outcome, things, words: {} })
  return true
}

type Author = Member & { isHere: boolean }
type Next = {
  firing: typeof ruleFirings.$inferSelect
  rule: typeof rules.$inferSelect
  author: Author | null
}

/** Does what a rule says, or nothing of it and says why. */
async function whyNotDone(tx: Transaction, { firing, rule, author }: Next): Promise<Refusal | null> {
  if (!author) return { code: 'rule-author-left' }
  const { act } = rule
  try {
    return await tx.transaction((inner) =>
      act.does === 'assign' ? give(inner, firing, author, act.memberId) : tell(inner, firing, author, act),
    )
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

type Tells = Exclude<RuleAct, { does: 'assign' }>

async function tell(
  tx: Transaction,
  { id: subjectId, articleId, claimId }: Next['firing'],
  by: Author,
  act: Tells,
): Promise<null> {
  const to = act.does === 'tell-member' ? [act.memberId] : await readWithRole(tx, by.deskId, act.role)
  await tellMembers(tx, { kind: 'ruled', by, subjectId, to, articleId, claimId })
  await notify(tx, 'rows_changed', { articleId })
  return null
}

/** Who made a rule and whom it names, as they stand on the desk now. */
async function readNamed(tx: Transaction, { act, addedBy, deskId }: Next['rule']) {
  const targetId = act.does === 'tell-role' ? null : act.memberId
  const rows = await tx
    .select({ member: members, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.deskId, deskId), inArray(members.id, [addedBy, ...(targetId ? [targetId] : [])])))
  const named = rows.map(({ member: { id, personId, role, removedAt }, name }) => ({
    ...{ id, deskId, personId, name, role, isHere: removedAt === null },
  }))
  const find = (wanted: string | null): Author | null => named.find(({ id }) => id === wanted) ?? null
  return { author: find(addedBy), target: find(targetId) }
}

async function readWithRole(tx: Transaction, deskId: string, role: Member['role']): Promise<string[]> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.deskId, deskId), eq(members.role, role), isNull(members.removedAt)))
  return rows.map(({ id }) => id)
}
