import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** How claims are checked. */
export const GET = answerPage
