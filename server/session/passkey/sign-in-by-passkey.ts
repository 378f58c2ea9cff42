import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { passkeys, people, sessions } from '../../../db/schema'
import { keepRefusedSignIn } from '../../audit/keep-entry'
import { settings } from '../../env'
import { Refused } from '../../refusal'
import { countVouched } from '../count-attempts'
import type { Own } from '../proof/lock-proven'
import { startSession } from '../sign-in'
import { keepChallenge, takeChallenge } from './keep-challenge'
import { type Answer, challengeMinutes, rpIdOf } from './passkey'

/** What a browser needs to use a passkey of ours, whosever: the device knows which it has. */
export async function startPasskeyUse(address: string) {
  await countVouched(address)
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(settings().publicOrigin),
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
  })
  await keepChallenge(options.challenge, null)
  return options
}

/** Starts a session for the owner of a passkey. It is both factors: the device, and that its owner showed it who they are. */
export async function signInByPasskey(answer: Answer): Promise<{ sessionId: string; email: string }> {
  return enter(answer).catch(async (error) => {
    if (error instanceof Refused) await keepRefusedSignIn(await emailOfOwner(answer), error.refusal.code)
    throw error
  })
}

async function enter(answer: Answer): Promise<{ sessionId: string; email: string }> {
  const signed = await signedOf(answer)
  return db().transaction(async (tx) => {
    const person = await ownerShown(tx, signed)
    return { sessionId: await startSession(person.id, tx), email: person.email }
  })
}

/** Keeps that the one of a session has just shown again who they are, by a passkey of their own. */
export async function keepPasskeyProof({ personId, sessionId, answer }: Own & { answer: Answer }) {
  const signed = await signedOf(answer)
  await db().transaction(async (tx) => {
    const person = await ownerShown(tx, signed)
    if (person.id !== personId) throw new Refused({ code: 'passkey-of-another' })
    await tx.update(sessions).set({ provedAt: new Date() }).where(eq(sessions.id, sessionId))
  })
}

/** What a device answered, and the challenge of ours that it says it has signed. */
type Signed = { answer: Answer; expectedChallenge: string }

// Before the transaction of whoever uses it: a challenge stays used whatever becomes of that.
const signedOf = async (answer: Answer): Promise<Signed> => ({
  answer,
  expectedChallenge: await takeChallenge(answer.response.clientDataJSON, null),
})

/** The person whose passkey has signed an open challenge of ours. */
async function ownerShown(tx: Transaction, signed: Signed) {
  const { answer } = signed
  const [found] = await tx
    .select({ passkey: passkeys, person: people })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(eq(passkeys.credentialId, answer.id))
    .for('update', { of: passkeys })
  if (!found) throw new Refused({ code: 'passkey-not-known' })
  const { passkey, person } = found
  const handle = answer.response.userHandle
  if (handle !== undefined && Buffer.from(handle, 'base64url').toString() !== person.id)
    throw new Refused({ code: 'passkey-wrong' })
  const { newCounter, credentialBackedUp } = await verified(signed, passkey)
  const used = { counter: newCounter, isBackedUp: credentialBackedUp, usedAt: new Date() }
  await tx.update(passkeys).set(used).where(eq(passkeys.id, passkey.id))
  return person
}

async function verified({ answer, expectedChallenge }: Signed, passkey: typeof passkeys.$inferSelect) {
  const { publicOrigin } = settings()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: publicOrigin,
    expectedRPID: rpIdOf(publicOrigin),
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => {
    // The package throws an Error for whatever does not fit.
    throw new Refused({ code: 'passkey-wrong' })
  })
  if (!verified) throw new Refused({ code: 'passkey-wrong' })
  return authenticationInfo
}

async function emailOfOwner({ id }: Answer): Promise<string | null> {
  const [owner] = await db()
    .select({ email: people.email })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(eq(passkeys.credentialId, id))
  return owner?.email ?? null
}
