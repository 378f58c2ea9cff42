import { z } from 'zod'
import { settings } from '../env'
import { emailShape } from '../member/member'
import { anyoneMay, idShape, memberWhoMay, router, signedInMay } from '../trpc'
import { changePassword } from './change-password'
import { endOtherSessions } from './end-sessions'
import { confirmFactor, removeFactor, renewCodes, startFactor } from './factor/change-factor'
import { readFactor } from './factor/read-factor'
import { removeFactorOf } from './factor/remove-factor-of'
import { passkeysAt } from './passkey/passkey'
import { keepProof } from './proof/keep-proof'
import { readDevices } from './read-devices'
import { changeForgotten, openReset } from './reset/change-forgotten'
import { sendReset } from './reset/send-reset'
import { passwordShape } from './session'

const secret = z.string().max(100)

const codeShape = z.string().max(40)
const ownOf = ({ person }: { person: { id: string; sessionId: string } }) => ({
  personId: person.id,
  sessionId: person.sessionId,
})

export const sessionRouter = router({
  /** What the way in looks like here. */
  waysIn: anyoneMay('see the way in').query(() => ({
    sendsMail: settings().smtpUrl !== null,
    offersFactors: settings().secretKey !== null,
    /** The origin at which passkeys work; null where browsers make none for our address. */
    passkeysAt: passkeysAt(settings().publicOrigin),
    /** What the identity provider is called that one may sign in by; null where there is none. */
    provider: settings().provider?.name ?? null,
  })),

  askReset: anyoneMay('set a forgotten password')
    .input(z.object({ email: emailShape }))
    .mutation(({ ctx, input }) => sendReset({ ...input, address: ctx.address ?? 'unknown' })),
  openReset: anyoneMay('set a forgotten password')
    .input(z.object({ secret }))
    .query(({ input }) => openReset(input.secret)),
  changeForgotten: anyoneMay('set a forgotten password')
    .input(z.object({ secret, password: passwordShape }))
    .mutation(({ ctx, input }) => changeForgotten({ ...input, address: ctx.address ?? 'unknown' })),

  /** Shows again who one is, where an act waits for that. */
  prove: signedInMay('prove identity')
    .input(z.object({ password: z.string().max(200) }))
    .mutation(({ ctx, input }) =>
      keepProof({ ...input, personId: ctx.person.id, sessionId: ctx.person.sessionId }),
    ),
  factor: signedInMay('see own account').query(({ ctx }) => readFactor(ctx.person.id)),
  startFactor: signedInMay('manage own sign-in').mutation(({ ctx }) => startFactor(ownOf(ctx))),
  confirmFactor: signedInMay('manage own sign-in')
    .input(z.object({ code: codeShape }))
    .mutation(({ ctx, input }) => confirmFactor({ ...input, ...ownOf(ctx) })),
  renewCodes: signedInMay('manage own sign-in').mutation(({ ctx }) => renewCodes(ownOf(ctx))),
  removeFactor: signedInMay('manage own sign-in').mutation(({ ctx }) => removeFactor(ownOf(ctx))),
  /** For a colleague who has lost theirs. */
  removeFactorOf: memberWhoMay('manage members')
    .input(z.object({ memberId: idShape }))
    .mutation(({ ctx, input }) => removeFactorOf(ctx.member, input.memberId)),

  devices: signedInMay('see own account').query(({ ctx }) =>
    readDevices(ctx.person.id, ctx.person.sessionId),
  ),
  endOthers: signedInMay('manage own sign-in').mutation(({ ctx }) => endOtherSessions(ownOf(ctx))),

  changePassword: signedInMay('change own password')
    .input(z.object({ current: z.string().max(200), next: passwordShape }))
    .mutation(({ ctx, input }) =>
      changePassword({ ...input, personId: ctx.person.id, sessionId: ctx.person.sessionId }),
    ),
})
