import { z } from 'zod'
import { router, signedInMay } from '../trpc'
import { changePassword } from './change-password'
import { passwordShape } from './session'

export const sessionRouter = router({
  changePassword: signedInMay('change own password')
    .input(z.object({ current: z.string().max(200), next: passwordShape }))
    .mutation(({ ctx, input }) =>
      changePassword({ ...input, personId: ctx.person.id, sessionId: ctx.person.sessionId }),
    ),
})
