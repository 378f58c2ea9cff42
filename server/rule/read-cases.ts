import { and, arrayContains, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { assignments, claims, ruleFirings, rules } from '../../db/schema'
import { holds } from '../assignment/read-assignments'
import { isUnfinished } from '../assignment/read-work'
import { isDeleted } from '../deleted/read-removal'
import { caseKey, type Trigger } from './rule'

export type Case = { ruleId: string; key: string; articleId: string; claimId: string | null }
export type KeptRule = { id: string; deskId: string; trigger: Trigger; addedAt: Date }

/** The cases of rules that no act tells of: work that has become overdue since, and claims with a topic. */
export async function readCases(now: Date): Promise<Case[]> {
  const kept = await db().select().from(rules).where(eq(rules.isOn, true))
  const found = await Promise.all(
    kept.map((rule) => (rule.trigger.on === 'overdue' ? readOverdue(rule, now) : readWithTopic(rule))),
  )
  return found.flat()
}

async function readOverdue({ id, deskId, addedAt }: KeptRule, now: Date): Promise<Case[]> {
  const whose = eq(assignments.deskId, deskId)
  const { articleId, claimId, dueAt } = assignments
  const rows = await db()
    .select({ articleId, claimId, dueAt })
    .from(assignments)
    .where(
      and(
        ...[whose, holds, lte(dueAt, now), gt(dueAt, addedAt), sql`not ${isDeleted(articleId)}`],
        isUnfinished(whose),
      ),
    )
  return rows.flatMap(({ dueAt, ...work }) =>
    dueAt ? [caseOf(id, work, `${work.claimId ?? work.articleId} ${dueAt.toISOString()}`)] : [],
  )
}

/** The claims with a rule's topic that it has not been followed for; none where it is about something else. */
export async function readWithTopic(
  { id, deskId, trigger }: KeptRule,
  at: Database | Transaction = db(),
): Promise<Case[]> {
  if (trigger.on !== 'topic') return []
  const isNew: SQL = sql`not exists (select from ${ruleFirings}
    where ${ruleFirings.key} = ${`${id} `} || ${claims.id})`
  const rows = await at
    .select({ articleId: claims.articleId, claimId: claims.id })
    .from(claims)
    .where(
      and(
        ...[eq(claims.deskId, deskId), eq(claims.isDeleted, false), isNew],
        arrayContains(claims.topics, [trigger.topic]),
      ),
    )
  return rows.map((claim) => caseOf(id, claim, claim.claimId))
}

function caseOf(ruleId: string, work: Pick<Case, 'articleId' | 'claimId'>, subject: string): Case {
  return { ruleId, key: caseKey(ruleId, subject), ...work }
}
