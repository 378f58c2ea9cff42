import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** A claim, its newest version and each older one. */
export const GET = answerPage
