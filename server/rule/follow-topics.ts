import { and, asc, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { ruleFirings, rules } from '../../db/schema'
import type { Refusal } from '../refusal'
import { setTopic } from '../room/doc/claim-values'
import type { RuleHand } from '../room/live/host'
import { isDue, isWritten, keepFollowed, type Next, readNamed } from './keep-followed'
import { readWhyGone } from './read-why-gone'
import { whyBroken } from './rule'

const atOnce = 1_000

/**
 * Follows the rules that set a topic, in the rooms that this process can write in; what another one holds is left to it.
 * Said twice, as after a crash between writing and saying so, the topic is there once.
 */
export async function followTopics(write: RuleHand, isStopped: () => boolean): Promise<void> {
  const due = await db()
    .select({ firing: ruleFirings, rule: rules })
    .from(ruleFirings)
    .innerJoin(rules, eq(rules.id, ruleFirings.ruleId))
    .where(and(isDue, isWritten))
    .orderBy(asc(ruleFirings.at), asc(ruleFirings.id))
    .limit(atOnce)
  for (const one of due) {
    if (isStopped()) return
    const people = await db().transaction((tx) => readNamed(tx, one.rule))
    const next = { ...one, author: people.author }
    const refusal = whyBroken(one.rule.act, people) ?? (await whyNotWritten(next))
    if (refusal || (await writeTopic(next, write)))
      await db().transaction((tx) => keepFollowed(tx, next, refusal))
  }
}

async function whyNotWritten({ firing, author }: Next): Promise<Refusal | null> {
  if (!author) return { code: 'rule-author-left' }
  if (firing.claimId === null) return { code: 'rule-needs-claim' }
  return db().transaction((tx) => readWhyGone(tx, author, firing))
}

/** Whether the topic is on disk now. */
async function writeTopic({ firing, rule, author }: Next, write: RuleHand): Promise<boolean> {
  const { act } = rule
  const { articleId, claimId } = firing
  if (act.does !== 'set-topic' || !author || !claimId) return true
  return write(articleId, author, (doc) => setTopic(doc, claimId, act.topic, true))
}
