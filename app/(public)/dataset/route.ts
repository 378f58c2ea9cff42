import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** What the data set is, and under which licence it may be used. */
export const GET = answerPage
