import { isNull } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Refusal } from '../../../server/refusal'
import type { RuleAct, Trigger } from '../../../server/rule/rule'
import { articles } from '../article'
import { desks, members } from '../member'

/** What a desk wants to be done by itself, in the name of the admin who made the rule. */
export const rules = pgTable(
  'rules',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    trigger: jsonb().$type<Trigger>().notNull(),
    act: jsonb().$type<RuleAct>().notNull(),
    isOn: boolean().notNull().default(true),
    addedBy: uuid()
      .notNull()
      .references(() => members.id),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.deskId)],
)

/** A rule's case has come once; `doneAt` says that it was followed, and `outcome` how that ended. */
export const ruleFirings = pgTable(
  'rule_firings',
  {
    id: uuid().primaryKey(),
    /** The rule and what it is about: the same case comes once. */
    key: text().notNull().unique(),
    ruleId: uuid()
      .notNull()
      .references(() => rules.id, { onDelete: 'cascade' }),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    /** Null for a whole article. No key: a claim's row goes when its mark is undone. */
    claimId: uuid(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    doneAt: timestamp({ withTimezone: true }),
    /** 'done', the code of what refused it, or 'before' for what was so already when the rule was made. */
    outcome: text(),
    /** The refusal with its values, so that it can be said. */
    refusal: jsonb().$type<Refusal>(),
  },
  (row) => [
    index('rule_firings_open').on(row.at).where(isNull(row.doneAt)),
    index().on(row.ruleId, row.doneAt),
  ],
)
