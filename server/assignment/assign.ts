import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { assignments, claims, members, people } from '../../db/schema'
import type { Priority } from '../../db/vocabulary'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import { isForMember } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { type Refusal, Refused, refuseIf } from '../refusal'
import { readUntilListed } from '../room/kept/read-until-listed'
import { readAbsences } from './absence/read-absences'
import { type Asked, type Assignment, whyNotAssign } from './assignment'
import { instantOf } from './due/due'
import { readDueByHours } from './due/read-due-by-hours'
import { lockWork } from './lock-work'
import { readHolding } from './read-assignments'
import { tellGiven, tellPooled } from './tell-work'

type Given = {
  member: Member
  articleId: string
  /** Who shall have it; null for the pool. */
  to: string | null
  /**
   * Due as the desk's calendar and clock say it, null for no due time. What is left out, or all where this is null,
   * stays as it was; what nobody had yet is due by the desk's hours.
   */
  terms: { due?: string | null; priority?: Priority } | null
  note: string
  /** Whether a rule of the desk does it in the member's name. */
  isByRule?: boolean
}
/** A claim, or null for the whole article. The id is made by whoever assigns, `seen` is the assignment they read. */
export type Item = { id: string; claimId: string | null; seen: string | null }

/** Assigns one claim or a whole article. Sent again after a lost answer, it is done once. */
export async function assign({ id, claimId, seen, ...given }: Given & Item): Promise<void> {
  const [refusal] = await assignSeveral({ ...given, items: [{ id, claimId, seen }] })
  refuseIf(refusal ?? null)
}

/** Assigns several claims of one article, each judged on its own: answers in their order why not, null where done. */
export async function assignSeveral({
  items,
  ...given
}: Given & { items: Item[] }): Promise<(Refusal | null)[]> {
  await readUntilListed(
    given.articleId,
    items.flatMap(({ claimId }) => claimId ?? []),
  )
  // Before the turn is taken: whoever holds it waits for no second connection.
  const dueAt = await readDueByHours(given.member, given.articleId)
  return db().transaction((tx) => assignWithin(tx, { ...given, items }, dueAt))
}

/** The same within a transaction that does more; `dueAt` says when work is due that nobody gave a time. */
export async function assignWithin(
  tx: Transaction,
  { items, ...given }: Given & { items: Item[] },
  dueAt: (claimId: string | null, now: Date) => Date | null,
): Promise<(Refusal | null)[]> {
  const { member, articleId } = given
  const desk = await lockWork(tx, member.deskId)
  await holdArticle(tx, member, articleId)
  const asked = {
    to: given.to === null ? null : await readAssignee(tx, { deskId: member.deskId, articleId, id: given.to }),
    terms: given.terms && termsIn(desk.timeZone, given.terms),
    note: given.note.trim(),
  }
  const standing = await readStanding(tx, articleId, items)
  const whyNoClaim = await readWhyNoClaim(tx, articleId, items)
  const now = new Date()
  const added: Added[] = []
  const refusals = items.map(({ id, claimId, seen }) => {
    const before = standing.find((one) => one.claimId === claimId) ?? null
    // Sent again after a lost answer.
    if (before?.id === id && before.by.id === member.id) return null
    const refusal = whyNoClaim(claimId) ?? whyNotAssign(before, { ...asked, seen }, { member, now })
    if (!refusal) added.push(rowOf(given, asked, { id, claimId, before, byHours: dueAt(claimId, now) }))
    return refusal
  })
  if (added.length > 0) {
    await tx.insert(assignments).values(added)
    await tellOfWork(tx, given, added, standing)
    await notify(tx, 'rows_changed', { articleId })
  }
  return refusals
}

/** Who has a claim or a whole article now, as whoever assigns it must have read. */
export async function readStandingId(
  tx: Transaction,
  { articleId, claimId }: { articleId: string; claimId: string | null },
): Promise<string | null> {
  const [standing] = await readStanding(tx, articleId, [{ id: '', claimId, seen: null }])
  return standing?.id ?? null
}

async function tellOfWork(
  tx: Transaction,
  { member: by, isByRule }: Given,
  added: Added[],
  standing: Assignment[],
): Promise<void> {
  const formerOf = ({ replaces }: Added) => standing.find(({ id }) => id === replaces)?.to?.id ?? null
  for (const { claimId = null, assignedTo: to, ...row } of added)
    if (to) await tellGiven(tx, { ...row, by, to, claimId, former: formerOf(row), isByRule })
  const pooled = added.filter(({ assignedTo }) => !assignedTo)
  const former = pooled.flatMap((row) => formerOf(row) ?? [])
  await tellPooled(tx, {
    by,
    former,
    pooled: pooled.map(({ claimId = null, ...row }) => ({ ...row, claimId })),
  })
}

type Added = typeof assignments.$inferInsert
type Placed = { id: string; claimId: string | null; before: Assignment | null; byHours: Date | null }

function rowOf(
  { member, articleId }: Given,
  { to, terms, note }: Omit<Asked, 'seen'>,
  { id, claimId, before, byHours }: Placed,
): Added {
  return {
    ...{ id, claimId, articleId, deskId: member.deskId, note },
    replaces: before?.id ?? null,
    assignedTo: to?.id ?? null,
    poolReason: to ? null : 'given-back',
    assignedBy: member.id,
    ...dueOf(before ?? { dueAt: byHours, isDueNamed: false }, terms),
    priority: terms?.priority ?? before?.priority ?? 'normal',
  }
}

/** When it is due: as it was, or as somebody says now. */
function dueOf({ dueAt, isDueNamed }: Pick<Assignment, 'dueAt' | 'isDueNamed'>, terms: Asked['terms']) {
  return terms?.dueAt === undefined ? { dueAt, isDueNamed } : { dueAt: terms.dueAt, isDueNamed: true }
}

function termsIn(timeZone: string, { due, priority }: NonNullable<Given['terms']>): Asked['terms'] {
  return { priority, dueAt: typeof due === 'string' ? instantOf(due, timeZone) : due }
}

/** Somebody who is on the desk now; who is not is refused as unknown. */
async function readAssignee(
  tx: Transaction,
  { deskId, articleId, id }: { deskId: string; articleId: string; id: string },
) {
  const [colleague] = await tx
    .select({
      ...{ id: members.id, role: members.role, name: people.name },
      isShutOut: sql<boolean>`not ${isForMember(sql`${articleId}::uuid`, members.id)}`,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.id, id), eq(members.deskId, deskId), isNull(members.removedAt)))
  if (!colleague) throw new Refused({ code: 'member-unknown' })
  const [absence] = await readAbsences(deskId, { memberId: id }, tx)
  return { ...colleague, backOn: absence?.backOn ?? null }
}

/** What holds for the claims that are named, and for the whole article where it is. */
function readStanding(tx: Transaction, articleId: string, items: Item[]): Promise<Assignment[]> {
  const claimIds = items.flatMap(({ claimId }) => claimId ?? [])
  const whole = claimIds.length < items.length ? isNull(assignments.claimId) : undefined
  return readHolding(
    and(eq(assignments.articleId, articleId), or(inArray(assignments.claimId, claimIds), whole)),
    tx,
  )
}

/** Tells why a claim that is named cannot be assigned, whoever asks. */
async function readWhyNoClaim(tx: Transaction, articleId: string, items: Item[]) {
  const claimIds = items.flatMap(({ claimId }) => claimId ?? [])
  const found = await tx
    .select({ id: claims.id, isDeleted: claims.isDeleted })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), inArray(claims.id, claimIds)))
  return (claimId: string | null): Refusal | null => {
    const claim = found.find(({ id }) => id === claimId)
    if (claimId === null) return null
    if (!claim) return { code: 'claim-unknown' }
    return claim.isDeleted ? { code: 'claim-deleted' } : null
  }
}
