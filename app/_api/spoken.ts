import 'server-only'
import { headers } from 'next/headers'
import { currentLocale } from '../../server/language/follow-language'
import { directionOf } from '../../server/language/language'
import { readMessagesScript } from '../../server/language/read-messages'

/** What a page's frame says of its language, and the script with its words under the page's policy (proxy.ts). */
export async function spoken() {
  const language = currentLocale()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const script = readMessagesScript(language).address
  return { language, direction: directionOf(language), script, nonce }
}
