import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** The published checks of what an outlet published. */
export const GET = answerPage
