import { type Locale, messagesPlace, spokenFor } from './language'

/** In a browser: the language of the page. */
export function currentLocale(): Locale {
  return spokenFor(document.documentElement.lang)
}

/** In a browser: the messages of the page's language, where its first script has put them. */
export function messagesOf(_locale: Locale): object {
  return Reflect.get(globalThis, messagesPlace) ?? {}
}
