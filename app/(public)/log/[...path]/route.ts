import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** The public log for those who check it: its checkpoint and the tiles of its tree. */
export const GET = answerPage
