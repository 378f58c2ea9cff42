import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { addFeed, removeFeed } from './change-feeds'
import { feedShape } from './feed'
import { fetchFeed } from './fetch-feeds'
import { readAlike, readFeeds } from './read-outside'

const named = z.object({ feedId: idShape })

/** Checks of other publishers: where they are fetched from, and which are about the like of a claim. */
export const outsideRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readAlike(ctx.member, input.claimId)),
  feeds: memberWhoMay('manage the desk').query(({ ctx }) => readFeeds(ctx.member.deskId)),
  add: memberWhoMay('manage the desk')
    .input(named.extend(feedShape.shape))
    .mutation(({ ctx, input }) => addFeed({ ...input, member: ctx.member })),
  fetch: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => fetchFeed({ ...input, member: ctx.member })),
  remove: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => removeFeed({ ...input, member: ctx.member })),
})
