import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../../db/client'
import { ruleFirings, rules } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { caseKey, isCase } from '../../rule/rule'
import type { DeskEvent } from './event'

/** Keeps that a desk's rules have a case in an event, in the transaction of its act; they are followed after it. */
export async function keepFirings(tx: Transaction, event: DeskEvent): Promise<void> {
  if (event.isByRule) return
  const { deskId, subjectId, articleId, claimId } = event
  const kept = await tx
    .select({ id: rules.id, trigger: rules.trigger })
    .from(rules)
    .where(and(eq(rules.deskId, deskId), eq(rules.isOn, true)))
  const rows = kept
    .filter(({ trigger }) => isCase(trigger, event))
    .map(({ id }) => ({ id: newId(), key: caseKey(id, subjectId), ruleId: id, articleId, claimId }))
  if (rows.length === 0) return
  await tx.insert(ruleFirings).values(rows).onConflictDoNothing({ target: ruleFirings.key })
  await notify(tx, 'rule_fires', {})
}
