import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** The style sheet and fonts of the public pages. */
export const GET = answerPage
