import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** A checked article. */
export const GET = answerPage
