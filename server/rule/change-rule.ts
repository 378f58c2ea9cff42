import { and, count, eq, isNull } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { desks, members, ruleFirings, rules } from '../../db/schema'
import { notify } from '../channel/notify'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { readFound } from './read-cases'
import { type RuleAct, type Trigger, targetIdOf, whyBroken, whyNotAddRule } from './rule'

type Named = { member: Member; ruleId: string }
type Added = Named & { trigger: Trigger; act: RuleAct }

/** Adds a rule to a desk, which holds from now on: what is so already is none of its cases. Sent again, it is there once. */
export async function addRule({ member, ruleId, trigger, act }: Added): Promise<void> {
  const { deskId } = member
  await db().transaction(async (tx) => {
    await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, deskId)).for('no key update')
    const target = await readTarget(tx, deskId, act)
    refuseIf(whyBroken(act, { author: { ...member, isHere: true }, target }))
    const [there] = await tx.select({ number: count() }).from(rules).where(eq(rules.deskId, deskId))
    refuseIf(whyNotAddRule(there?.number ?? 0))
    const [added] = await tx
      .insert(rules)
      .values({ id: ruleId, deskId, trigger, act, addedBy: member.id })
      .onConflictDoNothing()
      .returning()
    // Sent again after a lost answer; an id of another desk is left alone, too.
    if (!added) return
    const before = await readFound(added, tx)
    for (let from = 0; from < before.length; from += 1_000)
      await tx
        .insert(ruleFirings)
        .values(
          before
            .slice(from, from + 1_000)
            .map((one) => ({ id: newId(), ...one, doneAt: new Date(), outcome: 'before' })),
        )
  })
}

/** Lets a rule rest, or lets it hold again; what came and was not followed yet waits. */
export async function switchRule({ member, ruleId, isOn }: Named & { isOn: boolean }): Promise<void> {
  await db().transaction(async (tx) => {
    await openRule(tx, member, ruleId)
    await tx.update(rules).set({ isOn }).where(eq(rules.id, ruleId))
    await notify(tx, 'rule_fires', {})
  })
}

/** Takes a rule away; what it did stays, and the audit says so. */
export async function removeRule({ member, ruleId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    await openRule(tx, member, ruleId)
    await tx.delete(rules).where(eq(rules.id, ruleId))
  })
}

async function openRule(tx: Transaction, { deskId }: Member, ruleId: string): Promise<void> {
  const mine = and(eq(rules.id, ruleId), eq(rules.deskId, deskId))
  const [rule] = await tx.select({ id: rules.id }).from(rules).where(mine).for('update')
  if (!rule) throw new Refused({ code: 'rule-unknown' })
}

/** Somebody of the desk; who is not there is no secret to whoever asks, and none either. */
async function readTarget(tx: Transaction, deskId: string, act: RuleAct) {
  const targetId = targetIdOf(act)
  if (targetId === null) return null
  const [found] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.id, targetId), eq(members.deskId, deskId), isNull(members.removedAt)))
  if (!found) throw new Refused({ code: 'member-unknown' })
  return { ...found, isHere: true }
}
