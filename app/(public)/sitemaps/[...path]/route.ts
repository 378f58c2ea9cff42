import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** The addresses of all checks and articles, and those that are news. */
export const GET = answerPage
