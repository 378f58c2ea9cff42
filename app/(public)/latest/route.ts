import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** The newest checks. */
export const GET = answerPage
