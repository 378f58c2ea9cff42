import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** The published checks about a topic. */
export const GET = answerPage
