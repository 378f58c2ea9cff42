import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** What programs may read, and where the list of pages is. */
export const GET = answerPage
