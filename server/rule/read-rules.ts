import { and, asc, desc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../../db/client'
import { claims, members, people, ruleFirings, rules } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { type RuleAct, whyBroken } from './rule'

/** How many of the last times are shown. */
const lastShown = 20

/** A desk's rules in the order they were made, each with whom it names and why it does nothing any more. */
export async function readRules(member: Member) {
  const { deskId } = member
  const [target, targetName] = [alias(members, 'target'), alias(people, 'target_name')]
  const rows = await db()
    .select({
      ...{ id: rules.id, trigger: rules.trigger, act: rules.act, isOn: rules.isOn, addedAt: rules.addedAt },
      author: { name: people.name, role: members.role, removedAt: members.removedAt },
      target: { name: targetName.name, role: target.role, removedAt: target.removedAt },
    })
    .from(rules)
    .innerJoin(members, eq(members.id, rules.addedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(target, sql`${target.id}::text = ${rules.act} ->> 'memberId'`)
    .leftJoin(targetName, eq(targetName.id, target.personId))
    .where(eq(rules.deskId, deskId))
    .orderBy(asc(rules.addedAt), asc(rules.id))
  const kept = rows.map(({ author, target: named, ...rule }) => ({
    ...rule,
    addedBy: author.name,
    named: named?.name ?? null,
    broken: brokenOf(rule.act, author, named),
  }))
  return { rules: kept, last: await readLast(member) }
}

type Stood = { role: Member['role'] | null; removedAt: Date | null } | null

function brokenOf(act: RuleAct, author: Stood, target: Stood) {
  const stands = (one: Stood) => (one?.role ? { role: one.role, isHere: one.removedAt === null } : null)
  return whyBroken(act, { author: stands(author), target: stands(target) })
}

/** When which rule was followed last; of articles that the member may not know of nothing. */
function readLast({ id, deskId }: Member) {
  const { ruleId, articleId, claimId, doneAt, outcome, refusal } = ruleFirings
  return db()
    .select({
      ...{ id: ruleFirings.id, ruleId, articleId, claimId, doneAt, outcome, refusal },
      about: sql<string>`coalesce(nullif(trim(${claims.statement}), ''), ${claims.quote},
        (select title from revisions where article_id = ${articleId} order by number desc limit 1), '')`,
    })
    .from(ruleFirings)
    .innerJoin(rules, eq(rules.id, ruleId))
    .leftJoin(claims, eq(claims.id, claimId))
    .where(and(eq(rules.deskId, deskId), isNotNull(doneAt), ne(outcome, 'before'), isThere(articleId, id)))
    .orderBy(desc(doneAt), desc(ruleFirings.id))
    .limit(lastShown)
}
