import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { passkeys } from '../../../db/schema'
import { settings } from '../../env'
import { keepMail } from '../../mail/keep-mail'
import { Refused, refuseIf } from '../../refusal'
import { lockProven, type Own } from '../proof/lock-proven'
import { keepChallenge, takeChallenge } from './keep-challenge'
import { challengeMinutes, type Made, passkeyLetter, rpIdOf, whyNotAddPasskey } from './passkey'

/** What a browser needs to make a passkey that signs its owner in by itself, with their finger, face or PIN. */
export async function startPasskey(own: Own) {
  const { person, theirs } = await db().transaction(async (tx) => ({
    person: await lockProven(tx, own),
    theirs: await theirPasskeys(tx, own.personId),
  }))
  refuseIf(whyNotAddPasskey(theirs.length))
  const options = await generateRegistrationOptions({
    rpName: 'Proofroom',
    rpID: rpIdOf(settings().publicOrigin),
    userID: Uint8Array.from(Buffer.from(own.personId)),
    userName: person.email,
    userDisplayName: person.name,
    timeout: challengeMinutes * 60_000,
    attestationType: 'none',
    excludeCredentials: theirs.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(options.challenge, own.personId)
  return options
}

/** Keeps a passkey that a device has made for this challenge and address, after its owner showed it who they are. */
export async function addPasskey({ made, name, ...own }: Own & { made: Made; name: string }) {
  const { credential, credentialBackedUp } = await verified(made, own.personId)
  const id = v7()
  await db().transaction(async (tx) => {
    const person = await lockProven(tx, own)
    refuseIf(whyNotAddPasskey((await theirPasskeys(tx, own.personId)).length))
    const kept = await tx
      .insert(passkeys)
      .values({
        ...{ id, name, personId: own.personId, credentialId: credential.id, counter: credential.counter },
        ...{ publicKey: Buffer.from(credential.publicKey), isBackedUp: credentialBackedUp },
        transports: made.response.transports,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id })
    if (kept.length === 0) throw new Refused({ code: 'passkey-is-there' })
    await keepMail(tx, passkeyLetter('added', { ...person, id, passkey: name }))
  })
  return { passkeyId: id }
}

async function verified(made: Made, personId: string) {
  const { publicOrigin } = settings()
  const verification = await verifyRegistrationResponse({
    response: { ...made, response: { ...made.response }, clientExtensionResults: {} },
    expectedChallenge: await takeChallenge(made.response.clientDataJSON, personId),
    expectedOrigin: publicOrigin,
    expectedRPID: rpIdOf(publicOrigin),
    requireUserVerification: true,
  }).catch(() => {
    // The package throws an Error for whatever does not fit.
    throw new Refused({ code: 'passkey-wrong' })
  })
  if (!verification.verified) throw new Refused({ code: 'passkey-wrong' })
  return verification.registrationInfo
}

function theirPasskeys(tx: Transaction, personId: string) {
  return tx
    .select({ credentialId: passkeys.credentialId })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
}
