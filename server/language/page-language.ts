import { type Locale, messagesPlace, spokenFor } from './language'
import { messageIn, type Part } from './parts/part'

/** In a browser: the language of the page. */
export function currentLocale(): Locale {
  return spokenFor(document.documentElement.lang)
}

/** In a browser: a message of the page's language, from where the scripts of its parts have put them; null when there is none. */
export function messageOf(name: string, locale: Locale): string | null {
  for (const messages of Object.values(arrived())) {
    const message = messageIn(messages, name)
    if (message !== null) return message
  }
  return messageIn(fetchedAtOnce(locale), name)
}

/** In a browser: whether the messages of a part are there. */
export const isThere = (part: Part): boolean => part in arrived()

type Arrived = Partial<Record<Part | 'all', object>>

const arrived = (): Arrived => Reflect.get(globalThis, messagesPlace) ?? {}

/**
 * A page that failed on the server comes without our head and its script, and what says so needs words before anything is
 * drawn: it may wait for them.
 */
function fetchedAtOnce(locale: Locale): object {
  const { all } = arrived()
  if (all) return all
  const request = new XMLHttpRequest()
  request.open('GET', `/api/words/${locale}.json`, false)
  request.send()
  const messages: object = JSON.parse(request.responseText)
  Reflect.set(globalThis, messagesPlace, { ...arrived(), all: messages })
  return messages
}
