import { answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** A dossier, its figures and its chart. */
export const GET = answerPage
