import { type Locale, messagesPlace, spokenFor } from './language'

/** In a browser: the language of the page. */
export function currentLocale(): Locale {
  return spokenFor(document.documentElement.lang)
}

/** In a browser: the messages of the page's language, where its first script has put them. */
export function messagesOf(locale: Locale): object {
  return kept() ?? fetchedAtOnce(locale)
}

const kept = (): object | undefined => Reflect.get(globalThis, messagesPlace)

/**
 * A page that failed on the server comes without our head and its script, and what says so needs words before anything is
 * drawn: it may wait for them. Without an answer there are none.
 */
function fetchedAtOnce(locale: Locale): object {
  const request = new XMLHttpRequest()
  request.open('GET', `/api/words/${locale}.js`, false)
  request.send()
  const script = request.responseText
  Reflect.set(globalThis, messagesPlace, JSON.parse(script.slice(script.indexOf('=') + 1)))
  return kept() ?? {}
}
