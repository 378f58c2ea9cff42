import { and, eq, inArray, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { pastChecks } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { notify } from '../channel/notify'
import { type Member, whyMayNot } from '../member/member'
import { refuseIf } from '../refusal'
import { readScale } from '../scale/read-scale'
import { type PastCheck, readPastRow } from './past-check'
import type { Becomes, Placed, TakenIn } from './past-file'

/**
 * Takes in a desk's own checks from before Proofroom: one an address, so that the same file twice changes nothing. A dry
 * run says the same and keeps nothing.
 */
export async function importPast(member: Member, rows: Placed[], isDry: boolean): Promise<TakenIn> {
  refuseIf(whyMayNot(member, 'import past checks'))
  const { deskId } = member
  return db().transaction(async (tx) => {
    await takeTurn(tx, `past checks of ${deskId}`)
    const { entries } = await readScale(deskId, tx)
    const refused: TakenIn['refused'] = []
    const checks = new Map<string, { line: number; check: PastCheck }>()
    for (const { line, row } of rows) {
      const check = readPastRow(row, entries)
      const before = 'code' in check ? undefined : checks.get(check.addressKey)
      if ('code' in check) refused.push({ line, why: check })
      else if (before) refused.push({ line, why: { code: 'past-twice', values: { line: before.line } } })
      else checks.set(check.addressKey, { line, check })
    }
    const known = await readKnown(tx, deskId, [...checks.keys()])
    const taken = [...checks.values()].map(({ line, check }) => ({
      line,
      check,
      becomes: becomes(check, known.get(check.addressKey)),
    }))
    const others = taken.filter((one) => one.becomes !== 'same')
    if (!isDry && others.length > 0) {
      await keep(
        tx,
        member,
        others.map(({ check }) => check),
      )
      await notify(tx, 'desk_changed', { deskId })
    }
    return { taken: taken.map(({ line, becomes }) => ({ line, becomes })), refused }
  })
}

type Known = typeof pastChecks.$inferSelect

/** How many rows one statement is about: PostgreSQL takes 65,535 values in one. */
const atOnce = 1_000

async function readKnown(tx: Transaction, deskId: string, keys: string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  for (const some of inParts(keys)) {
    const isOneOf = and(eq(pastChecks.deskId, deskId), inArray(pastChecks.addressKey, some))
    for (const row of await tx.select().from(pastChecks).where(isOneOf)) known.set(row.addressKey, row)
  }
  return known
}

function becomes(check: PastCheck, known: Known | undefined): Becomes {
  if (!known) return 'added'
  const isSame = Object.entries(check).every(([field, value]) => Reflect.get(known, field) === value)
  return isSame ? 'same' : 'changed'
}

async function keep(tx: Transaction, member: Member, checks: PastCheck[]): Promise<void> {
  const by = { deskId: member.deskId, importedBy: member.id, importedAt: new Date() }
  for (const some of inParts(checks))
    await tx
      .insert(pastChecks)
      .values(some.map((check) => ({ id: uuid(), ...check, ...by })))
      .onConflictDoUpdate({ target: [pastChecks.deskId, pastChecks.addressKey], set: asSent })
}

/** What a row that is there already becomes: the one that was sent, under the id that it has. */
const asSent = {
  address: sql`excluded.address`,
  statement: sql`excluded.statement`,
  speaker: sql`excluded.speaker`,
  publishedOn: sql`excluded.published_on`,
  rating: sql`excluded.rating`,
  verdict: sql`excluded.verdict`,
  shortAnswer: sql`excluded.short_answer`,
  importedBy: sql`excluded.imported_by`,
  importedAt: sql`excluded.imported_at`,
} satisfies Record<keyof Omit<Known, 'id' | 'deskId' | 'addressKey'>, unknown>

function inParts<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, part) =>
    items.slice(part * atOnce, (part + 1) * atOnce),
  )
}
