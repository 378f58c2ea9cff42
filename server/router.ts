import { articleRouter } from './article/router'
import { filterRouter } from './article/saved/router'
import { assignmentRouter } from './assignment/router'
import { auditRouter } from './audit/router'
import { checkListRouter } from './check-list/router'
import { clearanceRouter } from './clearance/router'
import { coverageRouter } from './coverage/router'
import { deletedRouter } from './deleted/router'
import { demoRouter } from './demo/router'
import { dossierRouter } from './dossier/router'
import { sumsRouter } from './dossier/sums/router'
import { guestRouter } from './guest/router'
import { languageRouter } from './language/router'
import { limitRouter } from './limit/router'
import { memberRouter } from './member/router'
import { settingsRouter } from './member/settings/router'
import { noticeRouter } from './notice/router'
import { subscriptionRouter } from './notice/subscription/router'
import { webhookRouter } from './notice/webhook/router'
import { outsideRouter } from './outside/router'
import { ownVerdictRouter } from './own-verdict/router'
import { pastRouter } from './past/router'
import { propositionRouter } from './proposition/router'
import { publicationRouter } from './publication/router'
import { reportRouter } from './report/router'
import { reviewRouter } from './review/router'
import { revisionRouter } from './revision/router'
import { roomRouter } from './room/router'
import { ruleRouter } from './rule/router'
import { scaleRouter } from './scale/router'
import { searchRouter } from './search/router'
import { secondVerdictRouter } from './second-verdict/router'
import { passkeyRouter } from './session/passkey/router'
import { sessionRouter } from './session/router'
import { similarRouter } from './similar/router'
import { sourceNoteRouter } from './source/note/router'
import { sourceRouter } from './source/router'
import { statisticsRouter } from './statistics/router'
import { suggestionRouter } from './suggestion/router'
import { threadRouter } from './thread/router'
import { createCallerFactory, router } from './trpc'
import { visitRouter } from './visit/router'

/** Everything a browser or a page may ask of the newsroom, by subject. */
export const appRouter = router({
  article: articleRouter,
  assignment: assignmentRouter,
  checkList: checkListRouter,
  clearance: clearanceRouter,
  coverage: coverageRouter,
  revision: revisionRouter,
  audit: auditRouter,
  deleted: deletedRouter,
  demo: demoRouter,
  dossier: dossierRouter,
  filter: filterRouter,
  statistics: statisticsRouter,
  visit: visitRouter,
  guest: guestRouter,
  language: languageRouter,
  limit: limitRouter,
  member: memberRouter,
  notice: noticeRouter,
  ownVerdict: ownVerdictRouter,
  passkey: passkeyRouter,
  past: pastRouter,
  proposition: propositionRouter,
  publication: publicationRouter,
  report: reportRouter,
  review: reviewRouter,
  room: roomRouter,
  rule: ruleRouter,
  search: searchRouter,
  scale: scaleRouter,
  secondVerdict: secondVerdictRouter,
  session: sessionRouter,
  settings: settingsRouter,
  similar: similarRouter,
  source: sourceRouter,
  sourceNote: sourceNoteRouter,
  sums: sumsRouter,
  suggestion: suggestionRouter,
  thread: threadRouter,
  subscription: subscriptionRouter,
  outside: outsideRouter,
  webhook: webhookRouter,
})

export type AppRouter = typeof appRouter

/** The same, called from code of ours on the server. */
export const createCaller = createCallerFactory(appRouter)
