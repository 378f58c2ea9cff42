import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { messagesOf } from './follow-language'
import { type Locale, messagesPlace } from './language'

type Script = { address: string; text: string; gzip: Buffer }

const scripts = new Map<Locale, Script>()

/** The script that puts a language's messages into a page, under an address that changes with them. */
export function readMessagesScript(locale: Locale): Script {
  const script = scripts.get(locale) ?? scriptOf(locale)
  scripts.set(locale, script)
  return script
}

function scriptOf(locale: Locale): Script {
  // U+2028 and U+2029 need no escape since ES2019, and the file is no part of a document.
  const text = `globalThis.${messagesPlace}=${JSON.stringify(messagesOf(locale))}\n`
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  return { address: `/api/words/${locale}.${hash}.js`, text, gzip: gzipSync(text) }
}
