import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** The list of all sitemaps. */
export const GET = answerPage
