import 'server-only'
import { headers } from 'next/headers'
import { currentLocale } from '../../server/language/follow-language'
import { directionOf } from '../../server/language/language'
import type { Part } from '../../server/language/parts/part'
import { readMessagesScript } from '../../server/language/read-messages'

/** What a page's frame says of its language, and the script with its words under the page's policy (proxy.ts). */
export async function spoken() {
  const language = currentLocale()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const script = readMessagesScript(language, 'house').address
  return { language, direction: directionOf(language), script, nonce }
}

/** What `Speaking` is told of a part of the screens that says more than every page. */
export async function spokenIn(part: Part) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return { part, script: readMessagesScript(currentLocale(), part).address, nonce }
}
