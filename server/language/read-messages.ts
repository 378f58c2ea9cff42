import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { messagesOf } from './follow-language'
import { type Locale, messagesPlace } from './language'
import { only, type Part } from './parts/part'
import { readSaid } from './parts/read-said'

type Script = { address: string; text: string; gzip: Buffer }

const scripts = new Map<string, Script>()

/** The script that puts a part of a language's messages into a page, under an address that changes with them. */
export function readMessagesScript(locale: Locale, part: Part): Script {
  const name = `${locale}.${part}`
  const script = scripts.get(name) ?? scriptOf(name, part, messagesOfPart(locale, part))
  scripts.set(name, script)
  return script
}

function scriptOf(name: string, part: Part, messages: object): Script {
  // U+2028 and U+2029 need no escape since ES2019, and the file is no part of a document.
  const text = `(globalThis.${messagesPlace}??={}).${part}=${JSON.stringify(messages)}\n`
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  return { address: `/api/words/${name}.${hash}.js`, text, gzip: gzipSync(text, { level: 9 }) }
}

function messagesOfPart(locale: Locale, part: Part): object {
  const said = readSaid(part)
  if (said) return only(said, messagesOf(locale))
  return part === 'house' ? messagesOf(locale) : {}
}
