import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type Database, db, type Transaction } from '../../db/client'
import { identities, people } from '../../db/schema'
import { keepRefusedSignIn } from '../audit/keep-entry'
import { settings } from '../env'
import { keepMail } from '../mail/keep-mail'
import { joinAsInvited } from '../member/invitation/invite'
import { Refused, refuseIf } from '../refusal'
import { countVouched } from '../session/count-attempts'
import { hasFactor } from '../session/factor/read-factor'
import { hashPassword } from '../session/password'
import { secondStepOf, startSession } from '../session/sign-in'
import { claimsShape, linkedLetter, type Vouched, whyNotLink } from './identity'

type By = Database | Transaction

/**
 * Starts a session for whom the identity provider vouches for and returns its id, or refuses with a ticket where there
 * is a second factor. Known by the provider's subject; the first time by an address that the provider has verified, of
 * somebody who is here or was invited. Nobody else is let in, and nobody is told who else is here.
 */
export async function signInByProvider(claims: unknown, address: string): Promise<string> {
  const vouched = vouchedIn(claims)
  await countVouched(address)
  return enter(vouched).catch(async (error) => {
    if (error instanceof Refused && error.refusal.code !== 'code-needed')
      await keepRefusedSignIn(vouched.email, error.refusal.code)
    throw error
  })
}

function vouchedIn(claims: unknown): Vouched {
  const vouched = claimsShape.parse(claims)
  // Discovery may lead anywhere: whoever answers there does not become the provider that was configured.
  if (vouched.issuer !== settings().provider?.issuer) throw new Refused({ code: 'provider-failed' })
  return vouched
}

async function enter(vouched: Vouched): Promise<string> {
  const passwordHash = await hashForNewcomer(vouched)
  const { person, sessionId } = await db().transaction(async (tx) => {
    const personId = (await readLinked(tx, vouched)) ?? (await link(tx, { vouched, passwordHash }))
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person) throw new Error('a person just found is not there')
    return { person, sessionId: (await hasFactor(tx, personId)) ? null : await startSession(personId, tx) }
  })
  // Outside the transaction: what was linked stays so.
  if (!sessionId) throw await secondStepOf(person)
  return sessionId
}

/** A hash for who may be new here, made before the transaction: hashing takes its time and its turn. */
async function hashForNewcomer(vouched: Vouched): Promise<string | null> {
  const isKnown = (await readLinked(db(), vouched)) ?? (await readByAddress(db(), vouched))
  // Of a password that nobody knows: they get one only by a link from a mail.
  return isKnown ? null : hashPassword(randomBytes(32).toString('base64url'))
}

async function readLinked(by: By, { issuer, subject }: Vouched): Promise<string | null> {
  const isIt = and(eq(identities.issuer, issuer), eq(identities.subject, subject))
  const [found] = await by.select({ personId: identities.personId }).from(identities).where(isIt)
  return found?.personId ?? null
}

async function readByAddress(by: By, { email }: Vouched) {
  if (email === null) return null
  const [found] = await by.select().from(people).where(eq(people.email, email))
  return found ?? null
}

type Linking = { vouched: Vouched; passwordHash: string | null }

/** Links a provider's subject with the person of its address, for good: who is linked already is no other subject's. */
async function link(tx: Transaction, { vouched, passwordHash }: Linking): Promise<string> {
  refuseIf(whyNotLink(vouched))
  const known = await readByAddress(tx, vouched)
  const personId = known?.id ?? (await joined(tx, { vouched, passwordHash }))
  if (!personId) throw new Refused({ code: 'provider-person-unknown' })
  const { issuer, subject } = vouched
  const [made] = await tx
    .insert(identities)
    .values({ id: v7(), personId, issuer, subject })
    .onConflictDoNothing()
    .returning({ id: identities.id })
  // An address that the provider has given to somebody else since; or the same sign-in twice at once.
  if (!made && (await readLinked(tx, vouched)) !== personId)
    throw new Refused({ code: 'provider-person-unknown' })
  if (made && known)
    await keepMail(tx, linkedLetter({ ...known, id: made.id, provider: settings().provider?.name ?? '' }))
  return personId
}

async function joined(tx: Transaction, { vouched, passwordHash }: Linking): Promise<string | null> {
  const { email, name } = vouched
  return email && passwordHash ? joinAsInvited(tx, { email, name, passwordHash }) : null
}
