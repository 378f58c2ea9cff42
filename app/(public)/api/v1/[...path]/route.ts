import { answerDocument, answerPreflight } from '../../answer-document'

export const dynamic = 'force-dynamic'

/** What was published, for programs: claims, their versions, articles, and the description of it all. */
export const GET = answerDocument
export const OPTIONS = answerPreflight
