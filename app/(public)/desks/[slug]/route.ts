import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** A desk: who they are, how they check, and how to reach them. */
export const GET = answerPage
