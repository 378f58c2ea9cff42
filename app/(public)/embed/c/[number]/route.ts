import { answerPage } from '../../../answer-page'

export const dynamic = 'force-dynamic'

/** A claim's newest version for a frame in somebody else's page. */
export const GET = answerPage
