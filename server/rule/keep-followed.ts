import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { members, people, ruleFirings, rules } from '../../db/schema'
import { keepEntry } from '../audit/keep-entry'
import type { Act, Member } from '../member/member'
import type { Refusal } from '../refusal'
import { type RuleAct, targetIdOf } from './rule'

/** SQL: a case that came and was not followed yet, of a rule that holds. */
export const isDue: SQL = sql`(${ruleFirings.doneAt} is null and ${rules.isOn})`
/** SQL: a rule that writes in rooms, which only the process that holds a room can do there. */
export const isWritten: SQL = sql`${rules.act} ->> 'does' = 'set-topic'`

/** Whoever made a rule; `isHere` while they are on the desk. */
export type Author = Member & { isHere: boolean }
/** A case that has come, its rule, and in whose name it is followed. */
export type Next = {
  firing: typeof ruleFirings.$inferSelect
  rule: typeof rules.$inferSelect
  author: Author | null
}

const acts: Record<RuleAct['does'], Act> = {
  assign: 'assign work',
  'tell-member': 'manage the desk',
  'tell-role': 'manage the desk',
  'set-topic': 'edit rooms',
}

/** Keeps how following a rule ended, here and in the audit; once, however many processes say so. */
export async function keepFollowed(
  tx: Transaction,
  { firing, rule, author }: Next,
  refusal: Refusal | null,
): Promise<void> {
  const outcome = refusal?.code ?? 'done'
  const kept = await tx
    .update(ruleFirings)
    .set({ doneAt: new Date(), outcome, refusal })
    .where(and(eq(ruleFirings.id, firing.id), isNull(ruleFirings.doneAt)))
    .returning({ id: ruleFirings.id })
  if (kept.length === 0) return
  const { articleId, claimId } = firing
  const things = { ruleId: rule.id, articleId, ...(claimId && { claimId }) }
  const by = { memberId: author?.id ?? null, personId: author?.personId ?? null }
  const act = acts[rule.act.does]
  await keepEntry(tx, { ...by, deskId: rule.deskId, act, way: 'rule', outcome, things, words: {} })
}

/** Who made a rule and whom it names, as they stand on the desk now. */
export async function readNamed(tx: Transaction, { act, addedBy, deskId }: Next['rule']) {
  const targetId = targetIdOf(act)
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
