import { memberWhoMay, router } from '../../trpc'
import { neededShape } from './approval-rule'
import { changeDesk } from './change-desk'
import { changeIdentity } from './change-identity'
import {
  changeOf,
  deskTextsShape,
  dueHoursShape,
  faceShape,
  identityShape,
  secondsShape,
  sourcesNeededShape,
  suggestersShape,
} from './desk-settings'

/** What admins decide for their whole desk; everybody on it reads it with the desk. */
export const settingsRouter = router({
  changeFace: memberWhoMay('manage the desk')
    .input(changeOf(faceShape))
    .mutation(({ ctx, input }) => changeDesk(ctx.member, input)),
  changeTexts: memberWhoMay('manage the desk')
    .input(changeOf(deskTextsShape))
    .mutation(({ ctx, input }) => changeDesk(ctx.member, input)),
  changeSourcesNeeded: memberWhoMay('manage the desk')
    .input(changeOf(sourcesNeededShape))
    .mutation(({ ctx, input }) => changeDesk(ctx.member, input)),
  changeDueHours: memberWhoMay('manage the desk')
    .input(changeOf(dueHoursShape))
    .mutation(({ ctx, input }) => changeDesk(ctx.member, input)),
  changeApprovals: memberWhoMay('manage the desk')
    .input(changeOf(neededShape))
    .mutation(({ ctx, input }) => changeDesk(ctx.member, input)),
  changeSeconds: memberWhoMay('manage the desk')
    .input(changeOf(secondsShape))
    .mutation(({ ctx, input }) => changeDesk(ctx.member, input)),
  changeSuggesters: memberWhoMay('manage the desk')
    .input(changeOf(suggestersShape))
    .mutation(({ ctx, input }) => changeDesk(ctx.member, input)),
  changeIdentity: memberWhoMay('manage the desk')
    .input(changeOf(identityShape))
    .mutation(({ ctx, input }) => changeIdentity(ctx.member, input)),
})
