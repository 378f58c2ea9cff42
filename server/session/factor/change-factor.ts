import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { Secret } from 'otpauth'
import { v7 } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { recoveryCodes, secondFactors } from '../../../db/schema'
import { Refused, refuseIf } from '../../refusal'
import { countCode } from '../count-attempts'
import { endSessionsOf } from '../end-sessions'
import { lockProven, type Own } from '../proof/lock-proven'
import { appAddress, recoveryCodes as codeCount, plainCode, stepOf, whyNotRemoveFactor } from './factor'
import { hashCode, seal, unseal } from './keep-secret'
import { readDesksThatAsk } from './read-factor'

/** Begins a second factor: a secret for an app, which counts once a code of it was shown. */
export async function startFactor(own: Own): Promise<{ secret: string; address: string }> {
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32
  const sealed = seal(secret, own.personId)
  return db().transaction(async (tx) => {
    const person = await lockProven(tx, own)
    const begun = { secret: sealed, lastStep: null, begunAt: new Date() }
    const [kept] = await tx
      .insert(secondFactors)
      .values({ personId: own.personId, ...begun })
      .onConflictDoUpdate({
        target: secondFactors.personId,
        set: begun,
        setWhere: isNull(secondFactors.confirmedAt),
      })
      .returning()
    if (!kept) throw new Refused({ code: 'factor-is-there' })
    return { secret, address: appAddress(secret, person.email) }
  })
}

/** Makes the second factor count, by a code of the app; gives recovery codes and signs other devices out. */
export async function confirmFactor({
  personId,
  sessionId,
  code,
}: Own & { code: string }): Promise<string[]> {
  await countCode(personId)
  return db().transaction(async (tx) => {
    const begun = and(eq(secondFactors.personId, personId), isNull(secondFactors.confirmedAt))
    const [factor] = await tx.select().from(secondFactors).where(begun).for('update')
    if (!factor) throw new Refused({ code: 'factor-is-there' })
    const asked = { secret: unseal(factor.secret, personId), lastStep: null, now: new Date() }
    const lastStep = stepOf(code, asked)
    if (lastStep === null) throw new Refused({ code: 'code-wrong' })
    await tx.update(secondFactors).set({ lastStep, confirmedAt: new Date() }).where(begun)
    await endSessionsOf(tx, personId, { except: sessionId })
    return giveCodes(tx, personId)
  })
}

/** New recovery codes in the place of all that there were. */
export async function renewCodes(own: Own): Promise<string[]> {
  return db().transaction(async (tx) => {
    await lockProven(tx, own)
    const [factor] = await tx
      .select({ personId: secondFactors.personId })
      .from(secondFactors)
      .where(and(eq(secondFactors.personId, own.personId), isNotNull(secondFactors.confirmedAt)))
    if (!factor) throw new Refused({ code: 'factor-missing' })
    return giveCodes(tx, own.personId)
  })
}

/** Gives up one's own second factor; refused while a desk asks for it. */
export async function removeFactor(own: Own): Promise<void> {
  await db().transaction(async (tx) => {
    await lockProven(tx, own)
    refuseIf(whyNotRemoveFactor(await readDesksThatAsk(tx, own.personId)))
    await dropFactor(tx, own.personId)
  })
}

/** Takes a second factor away with its recovery codes. */
export async function dropFactor(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.delete(secondFactors).where(eq(secondFactors.personId, personId))
}

async function giveCodes(tx: Transaction, personId: string): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, newCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: v7(), personId, codeHash: hashCode(plainCode(code), personId) })))
  return codes
}

// 50 random bits, in letters and digits that nobody mistakes for each other (Crockford's).
function newCode(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  const code = Array.from(randomBytes(10), (byte) => letters[byte % 32]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
