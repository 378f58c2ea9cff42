import { answerPage } from '../answer-page'

export const dynamic = 'force-dynamic'

/** What the public log is and how it stands. */
export const GET = answerPage
