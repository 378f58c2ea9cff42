import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { readPublished, readRecent } from './read-history'

/** What a desk asks about what it has published. */
export const publicationRouter = router({
  recent: memberWhoMay('read the desk').query(({ ctx }) => readRecent(ctx.member.deskId)),
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readPublished(ctx.member.deskId, input.claimId)),
})
