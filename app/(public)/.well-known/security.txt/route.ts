import { settings } from '../../../../server/env'
import { securityText } from '../../../../server/publication/contact-files'
import { answerText, settingsRead } from '../../answer-text'

export const dynamic = 'force-dynamic'

/** Whom to tell of a hole in this server (RFC 9116). */
export function GET(request: Request): Response {
  const { publicOrigin: origin, securityContacts: contacts } = settings()
  const now = new Date()
  // Until when it is good moves on with the day.
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  const changedAt = new Date(Math.max(midnight, settingsRead.getTime()))
  return answerText(request, securityText({ contacts, origin }, now), changedAt)
}
