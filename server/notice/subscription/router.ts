import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../../trpc'
import {
  addSubscription,
  changeSubscription,
  pauseSubscription,
  removeSubscription,
  renewSubscriptionSecret,
} from './change-subscription'
import { readSubscriptions } from './read-subscriptions'
import { subscriptionPlaceShape, subscriptionShape } from './subscription'

const named = z.object({ subscriptionId: idShape })

/** Addresses elsewhere that keep a copy of what a desk publishes; its admins alone see them. */
export const subscriptionRouter = router({
  list: memberWhoMay('manage the desk').query(({ ctx }) => readSubscriptions(ctx.member.deskId)),
  add: memberWhoMay('manage the desk')
    .input(named.extend({ subscription: subscriptionShape }))
    .mutation(({ ctx, input }) => addSubscription({ ...input, member: ctx.member })),
  change: memberWhoMay('manage the desk')
    .input(named.extend({ was: subscriptionPlaceShape, to: subscriptionPlaceShape }))
    .mutation(({ ctx, input }) => changeSubscription({ ...input, member: ctx.member })),
  renewSecret: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => renewSubscriptionSecret({ ...input, member: ctx.member })),
  pause: memberWhoMay('manage the desk')
    .input(named.extend({ isPaused: z.boolean() }))
    .mutation(({ ctx, input }) => pauseSubscription({ ...input, member: ctx.member })),
  remove: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => removeSubscription({ ...input, member: ctx.member })),
})
