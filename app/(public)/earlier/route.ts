import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** What desks published before Proofroom. */
export const GET = answerPage
