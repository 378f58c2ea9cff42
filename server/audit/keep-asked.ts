import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { type Database, db, type Transaction } from '../../db/client'
import { withLastWord } from '../../db/last-word'
import { desks } from '../../db/schema'
import { type Act, type Member, type OpenAct, type OwnAct, whoMay } from '../member/member'
import type { RefusalCode } from '../refusal'
import { done, type Happening, thingsIn, wordsIn } from './audit'
import { type Asked, inRequest } from './follow-request'
import { keepEntry, keepOnEach } from './keep-entry'

type By = Database | Transaction

/** What somebody asks of the newsroom through its one door. */
export type Asking = {
  act: Act | OpenAct | OwnAct
  /** The procedure. */
  way: string
  isChange: boolean
  /** As it was sent: only ids and fixed words of it are kept. */
  input: unknown
  asked: Asked | null
  personId: string | null
  /** The one who asks as a member of the desk, once that is known. */
  member: Member | null
}

type Outcome<Result> = { result: Result; refusal: RefusalCode | null; isDone: boolean }

/**
 * Answers somebody, and keeps in the audit what they changed or were refused; reading costs nothing. A change is kept in
 * each of its transactions, or, where it has none, directly after; a refusal, which changed nothing, directly after.
 */
export function keepAsked<Result>(
  asking: Asking,
  answer: () => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> {
  const kept = () => keepAll(asking, () => (asking.isChange ? answerChange(asking, answer) : answer()))
  return asking.asked ? inRequest(asking.asked, kept) : kept()
}

async function keepAll<Result>(asking: Asking, answer: () => Promise<Outcome<Result>>) {
  const outcome = await answer()
  // Of who is not signed in nothing is known: it would be every tab whose session has ended.
  if (outcome.refusal && outcome.refusal !== 'signed-out') await keepOnDesks(db(), asking, outcome.refusal)
  return outcome
}

async function answerChange<Result>(asking: Asking, answer: () => Promise<Outcome<Result>>) {
  const id = newId()
  let isKept = false
  const keep = (by: By) => keepOnDesks(by, asking, done, id)
  const word = {
    write: async (tx: Transaction) => {
      if (!isKept) await keep(tx)
    },
    committed: () => {
      isKept = true
    },
  }
  const outcome = await withLastWord(word, answer)
  if (outcome.isDone && !isKept) await keep(db())
  return outcome
}

/** What a person does for themselves is said on each desk they are on. */
async function keepOnDesks(
  by: By,
  asking: Asking,
  outcome: Happening['outcome'],
  id?: string,
): Promise<void> {
  const { act, way, input, personId, member } = asking
  const happening = { act, way, outcome, personId, things: thingsIn(input), words: wordsIn(input) }
  if (member) return keepEntry(by, { ...happening, deskId: member.deskId, memberId: member.id }, id)
  if (whoMay[act] === 'signed in' && personId) return keepOnEach(by, personId, happening)
  await keepEntry(by, { ...happening, deskId: await deskKnockedAt(by, asking), memberId: null }, id)
}

/** The desk that somebody named without being on it. */
async function deskKnockedAt(by: By, { act, input }: Asking): Promise<string | null> {
  const isAtDesk = whoMay[act] !== 'anyone' && typeof input === 'object' && input !== null && 'desk' in input
  if (!isAtDesk || typeof input.desk !== 'string') return null
  const [desk] = await by.select({ id: desks.id }).from(desks).where(eq(desks.slug, input.desk))
  return desk?.id ?? null
}
