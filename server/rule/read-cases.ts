import { and, arrayContains, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { assignments, claims, ruleFirings, rules } from '../../db/schema'
import type { Stage } from '../../db/vocabulary'
import { claimStages } from '../article/list/read-claim-stages'
import { holds } from '../assignment/read-assignments'
import { isUnfinished } from '../assignment/read-work'
import { isDeleted } from '../deleted/read-removal'
import { caseKey, stagesFound, type Trigger } from './rule'

export type Case = { ruleId: string; key: string; articleId: string; claimId: string | null }
export type KeptRule = { id: string; deskId: string; trigger: Trigger; addedAt: Date }

/** The cases of rules that no act tells of: work that has become overdue since, and what is found by looking. */
export async function readCases(now: Date): Promise<Case[]> {
  const kept = await db().select().from(rules).where(eq(rules.isOn, true))
  const found = await Promise.all(
    kept.map((rule) => (rule.trigger.on === 'overdue' ? readOverdue(rule, now) : readFound(rule))),
  )
  return found.flat()
}

/** The claims with a rule's topic, or at its stage, that it has not been followed for; none where it is about something else. */
export async function readFound(rule: KeptRule, at: Database | Transaction = db()): Promise<Case[]> {
  const { trigger } = rule
  if (trigger.on === 'topic') return readWithTopic(rule, trigger.topic, at)
  const stage = trigger.on === 'stage' && stagesFound.find((found) => found === trigger.stage)
  return stage ? readAtStage(rule, stage, at) : []
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

async function readWithTopic(
  { id, deskId }: KeptRule,
  topic: string,
  at: Database | Transaction,
): Promise<Case[]> {
  const rows = await at
    .select({ articleId: claims.articleId, claimId: claims.id })
    .from(claims)
    .where(
      and(
        ...[eq(claims.deskId, deskId), eq(claims.isDeleted, false), isNew(id, sql`${claims.id}`)],
        arrayContains(claims.topics, [topic]),
      ),
    )
  return rows.map((claim) => caseOf(id, claim, claim.claimId))
}

/** Words come and go while somebody types: between one submission and the next a claim reaches a stage once. */
async function readAtStage(
  { id, deskId }: KeptRule,
  stage: Stage,
  at: Database | Transaction,
): Promise<Case[]> {
  const subject = sql`concat_ws(' ', s.claim_id, s.submission_id)`
  const { rows } = await at.execute<{ articleId: string; claimId: string; subject: string }>(sql`
    select s.article_id as "articleId", s.claim_id as "claimId", ${subject} as subject
    from (${claimStages((table) => sql`${table.deskId} = ${deskId}`)}) s
    where s.stage = ${stage} and ${isNew(id, subject)} and not ${isDeleted(sql`s.article_id`)}`)
  return rows.map(({ subject, ...claim }) => caseOf(id, claim, subject))
}

const isNew = (ruleId: string, subject: SQL): SQL => sql`not exists (
  select from ${ruleFirings} where ${ruleFirings.key} = ${`${ruleId} `} || ${subject})`

function caseOf(ruleId: string, work: Pick<Case, 'articleId' | 'claimId'>, subject: string): Case {
  return { ruleId, key: caseKey(ruleId, subject), ...work }
}
