import { articleRouter } from './article/router'
import { deletedRouter } from './deleted/router'
import { demoRouter } from './demo/router'
import { memberRouter } from './member/router'
import { publicationRouter } from './publication/router'
import { reviewRouter } from './review/router'
import { roomRouter } from './room/router'
import { sessionRouter } from './session/router'
import { suggestionRouter } from './suggestion/router'
import { threadRouter } from './thread/router'
import { createCallerFactory, router } from './trpc'

/** Everything a browser or a page may ask of the newsroom, by subject. */
export const appRouter = router({
  article: articleRouter,
  deleted: deletedRouter,
  demo: demoRouter,
  member: memberRouter,
  publication: publicationRouter,
  review: reviewRouter,
  room: roomRouter,
  session: sessionRouter,
  suggestion: suggestionRouter,
  thread: threadRouter,
})

export type AppRouter = typeof appRouter

/** The same, called from code of ours on the server. */
export const createCaller = createCallerFactory(appRouter)
