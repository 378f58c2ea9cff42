import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** The published checks of what somebody said. */
export const GET = answerPage
