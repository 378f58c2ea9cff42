import { z } from 'zod'
import { changeOf } from '../../member/settings/desk-settings'
import { idShape, memberWhoMay, router } from '../../trpc'
import {
  addWebhook,
  changeWebhook,
  pauseWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  testWebhook,
} from './change-webhook'
import { readWebhooks } from './read-webhooks'
import { webhookShape } from './webhook'

const named = z.object({ webhookId: idShape })

/** Addresses elsewhere that are told what happens at a desk; its admins alone see them. */
export const webhookRouter = router({
  list: memberWhoMay('manage the desk').query(({ ctx }) => readWebhooks(ctx.member.deskId)),
  add: memberWhoMay('manage the desk')
    .input(named.extend({ webhook: webhookShape }))
    .mutation(({ ctx, input }) => addWebhook({ ...input, member: ctx.member })),
  change: memberWhoMay('manage the desk')
    .input(named.extend(changeOf(webhookShape).shape))
    .mutation(({ ctx, input }) => changeWebhook({ ...input, member: ctx.member })),
  pause: memberWhoMay('manage the desk')
    .input(named.extend({ isPaused: z.boolean() }))
    .mutation(({ ctx, input }) => pauseWebhook({ ...input, member: ctx.member })),
  renewSecret: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => renewSecret({ ...input, member: ctx.member })),
  remove: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => removeWebhook({ ...input, member: ctx.member })),
  test: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => testWebhook({ ...input, member: ctx.member })),
  sendAgain: memberWhoMay('manage the desk')
    .input(z.object({ deliveryId: idShape }))
    .mutation(({ ctx, input }) => sendAgain({ ...input, member: ctx.member })),
})
