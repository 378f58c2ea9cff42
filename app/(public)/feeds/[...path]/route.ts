import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** What was published and corrected, for readers of feeds: all of it, of a desk, of an article or of a claim. */
export const GET = answerPage
