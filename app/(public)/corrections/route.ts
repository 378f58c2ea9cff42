import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** Every correction. */
export const GET = answerPage
