import { settings } from '../../../../server/env'
import { securityText } from '../../../../server/publication/contact-files'
import { answerText } from '../../answer-text'

export const dynamic = 'force-dynamic'

/** Whom to tell of a hole in this server (RFC 9116). */
export function GET(): Response {
  const { publicOrigin: origin, securityContacts: contacts } = settings()
  return answerText(securityText({ contacts, origin }, new Date()))
}
