import { z } from 'zod'
import { changeOf } from '../member/settings/desk-settings'
import { idShape, memberWhoMay, router } from '../trpc'
import { changeNoticeSettings } from './change-notice-settings'
import { markRead } from './mark-read'
import { noticeSettingsShape } from './notice'
import { countUnread, readNoticeSettings, readNotices } from './read-notices'

const cursorShape = z.object({ at: z.date(), id: idShape })

/** What one is told of, and what one wants to be told. */
export const noticeRouter = router({
  list: memberWhoMay('read the desk')
    .input(z.object({ cursor: cursorShape.nullish() }))
    .query(({ ctx, input }) => readNotices(ctx.member, input.cursor ?? null)),
  unread: memberWhoMay('read the desk').query(({ ctx }) => countUnread(ctx.member)),
  settings: memberWhoMay('read the desk').query(({ ctx }) => readNoticeSettings(ctx.member.id)),
  markRead: memberWhoMay('read the desk')
    .input(z.object({ ids: z.union([z.array(idShape).max(200), z.literal('all')]) }))
    .mutation(({ ctx, input }) => markRead({ ...input, member: ctx.member })),
  changeSettings: memberWhoMay('read the desk')
    .input(changeOf(noticeSettingsShape))
    .mutation(({ ctx, input }) => changeNoticeSettings({ ...input, member: ctx.member })),
})
