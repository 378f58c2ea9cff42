import { z } from 'zod'
import { anyoneMay, idShape, router, signedInMay } from '../../trpc'
import { addPasskey, startPasskey } from './add-passkey'
import { removePasskey, renamePasskey } from './change-passkey'
import { answerShape, madeShape, passkeyNameShape } from './passkey'
import { readPasskeys } from './read-passkeys'
import { keepPasskeyProof, startPasskeyUse } from './sign-in-by-passkey'

const ownOf = ({ person }: { person: { id: string; sessionId: string } }) => ({
  personId: person.id,
  sessionId: person.sessionId,
})

export const passkeyRouter = router({
  /** What a device is to sign, for signing in or for showing again who one is. */
  startUse: anyoneMay('begin to sign in').mutation(({ ctx }) => startPasskeyUse(ctx.address ?? 'unknown')),
  prove: signedInMay('prove identity')
    .input(z.object({ answer: answerShape }))
    .mutation(({ ctx, input }) => keepPasskeyProof({ ...input, ...ownOf(ctx) })),

  list: signedInMay('see own account').query(({ ctx }) => readPasskeys(ctx.person.id)),
  startAdding: signedInMay('manage own sign-in').mutation(({ ctx }) => startPasskey(ownOf(ctx))),
  add: signedInMay('manage own sign-in')
    .input(z.object({ made: madeShape, name: passkeyNameShape }))
    .mutation(({ ctx, input }) => addPasskey({ ...input, ...ownOf(ctx) })),
  rename: signedInMay('manage own sign-in')
    .input(z.object({ passkeyId: idShape, name: passkeyNameShape }))
    .mutation(({ ctx, input }) => renamePasskey({ ...input, ...ownOf(ctx) })),
  remove: signedInMay('manage own sign-in')
    .input(z.object({ passkeyId: idShape }))
    .mutation(({ ctx, input }) => removePasskey({ ...input, ...ownOf(ctx) })),
})
