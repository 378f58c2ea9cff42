import { settings } from '../../../server/env'
import { trustText } from '../../../server/publication/contact-files'
import { answerText, settingsRead } from '../answer-text'

export const dynamic = 'force-dynamic'

/** Who answers for what is published here, for programs (trust.txt). */
export function GET(request: Request): Response {
  const { publicOrigin: origin, trust } = settings()
  return answerText(request, trustText({ ...trust, origin }), settingsRead)
}
