import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { explanations } from '../../../db/schema'
import type { DisagreementReason } from '../../../db/vocabulary/figure'
import type { Member } from '../../member/member'
import { readWhoMay } from '../../member/read-desk'
import { tellMembers } from '../../notice/tell-members'
import { Refused, refuseIf } from '../../refusal'
import { claimsOn } from '../ledger/cards'
import { groupsOf } from '../ledger/ledger'
import { readLedger } from '../ledger/read-ledger'
import { lockDossier } from '../lock-dossier'
import { whyNotExplain, whyNotReplace } from './explanation'
import { isWaiting, readExplanations } from './read-explanations'

type Asked = { member: Member; dossierId: string; id: string; text: string }
type Written = Asked & {
  /** The pairs of figures as they stood on the card. */
  pairs: string[]
  reason: DisagreementReason
  /** An approved explanation that it takes the place of, if an editor approves it. */
  replaces?: string | null
}

/** Signs why figures differ, for an editor to approve; refused when one of them has changed since it was read. */
export async function addExplanation({ replaces = null, ...written }: Written): Promise<void> {
  const { member, dossierId, id, pairs, reason, text } = written
  refuseIf(whyNotExplain({ text, pairs }))
  const groups = groupsOf(await readLedger(dossierId, member))
  const cards = groups.flatMap(({ cards, differences }) => [...cards, ...differences])
  const card = cards.find((one) => pairs.every((pair) => one.pairs.includes(pair)))
  if (!card) throw new Refused({ code: 'figures-changed' })
  const said = { id, pairs, claims: claimsOn(card, pairs), reason, text, replaces, takesBack: false }
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    if (await isKept(tx, written)) return
    if (replaces) await readReplaced(tx, { ...written, replaces })
    await keep(tx, written, said)
  })
}

/** Asks that an approved explanation be taken back, with why; it holds until an editor who did not ask approves that. */
export async function takeBack({ replaces, ...asked }: Asked & { replaces: string }): Promise<void> {
  const { member, dossierId, id, text } = asked
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    if (await isKept(tx, asked)) return
    const { pairs, claims, reason } = await readReplaced(tx, { member, dossierId, replaces })
    refuseIf(whyNotExplain({ text, pairs }))
    await keep(tx, asked, { id, pairs, claims, reason, text, replaces, takesBack: true })
  })
}

/** Sent again after a lost answer, it is there once. */
async function isKept(tx: Transaction, { member, dossierId, id }: Asked): Promise<boolean> {
  const [kept] = await tx.select().from(explanations).where(eq(explanations.id, id))
  if (kept && (kept.writtenBy !== member.id || kept.dossierId !== dossierId))
    throw new Refused({ code: 'explanation-unknown' })
  return kept !== undefined
}

type Replacing = { member: Member; dossierId: string; replaces: string }

async function readReplaced(tx: Transaction, { member, dossierId, replaces }: Replacing) {
  const found = (await readExplanations(dossierId, member.id, tx)).find(({ id }) => id === replaces)
  if (!found) throw new Refused({ code: 'explanation-unknown' })
  const isAsked = (await tx.$count(explanations, and(eq(explanations.replaces, replaces), isWaiting()))) > 0
  refuseIf(whyNotReplace(found, isAsked))
  return found
}

type Said = Omit<typeof explanations.$inferInsert, 'dossierId' | 'writtenBy'>

async function keep(tx: Transaction, { member, dossierId, id }: Asked, said: Said): Promise<void> {
  await tx.insert(explanations).values({ ...said, dossierId, text: said.text.trim(), writtenBy: member.id })
  const to = await readWhoMay('approve explanations', member.deskId, tx)
  const about = { subjectId: id, explanationId: id, articleId: null, claimId: null }
  await tellMembers(tx, { kind: 'explanation-sent', by: member, to, ...about })
}
